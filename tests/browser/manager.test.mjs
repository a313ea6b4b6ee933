// The Designated Manager in the morning: the night's enquiries, the list, the notices.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, afterEach, before, test } from 'node:test';
import { widths } from '../support/looking.mjs';
import { ask, picture, Site } from './site.mjs';

let site, receipt;
before(async () => {
  site = await Site.open();
  const page = await site.as('noor');
  await ask(page, 'mary tansly 2019');
  receipt = new URL(page.url()).pathname;
  await ask(page, 'mary tansley 2019');
  await site.settle();
});
after(() => site.close());
afterEach(() => site.settle());

const text = async (page, what = 'main') =>
  (await page.locator(what).innerText()).replace(/\s+/g, ' ');

test('a second enquiry waits for the manager as a notice without a name', async () => {
  const page = await site.as('dora');
  await page.goto('/inbox');
  const notices = await text(page);
  assert.match(notices, /A second enquiry was made about one child or household/);
  assert.doesNotMatch(notices, /Tansley|Mary/);
  await page.getByRole('link', { name: /second enquiry/ }).first().click();
  assert.match(await text(page), /Yes, subject to a child protection plan/);
});

test('the key worker is told as well', async () => {
  const page = await site.as('priya');
  await page.goto('/inbox');
  assert.match(await text(page), /An enquiry was made about a child you are key worker for/);
  await picture(page, 'inbox-key-worker-desk');
});

test('an enquiry is considered, and says by whom and with what outcome', async () => {
  const page = await site.as('dora');
  await page.goto('/enquiries?open=1');
  assert.match(await text(page), /2 enquiries/);
  await page.goto(receipt);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  assert.match(await text(page, '.govuk-error-summary'), /Choose what came of it/, 'not assumed');
  await page.selectOption('#result', 'taken_as_referral');
  await page.fill('#note', 'Section 47, strategy discussion at ten.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  assert.match(await text(page), /Considered by Dora Reed.*Taken as a referral.*discussion at ten/);
  await page.goto('/enquiries?open=1');
  assert.match(await text(page), /1 enquir/);
  await page.goto('/enquiries');
  assert.match(await text(page), /Taken as a referral, Dora Reed/);
  await picture(page, 'enquiries-considered-desk');
});

test('a receipt leads back to the list that it was opened from', async () => {
  const page = await site.as('dora');
  await page.goto('/enquiries?from=2026-02-01&to=2030-01-01&open=1');
  const before = await text(page);
  await page.locator('main table a').first().click();
  await picture(page, 'receipt-from-the-list-desk');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  assert.match(await text(page, '.govuk-error-summary'), /Choose what came of it/);
  await page.getByRole('link', { name: 'The list of enquiries' }).click();
  assert.equal(await text(page), before, 'also after something was saved or refused');
  await page.goto(receipt);
  await page.getByRole('link', { name: 'The list of enquiries' }).click();
  assert.equal(new URL(page.url()).pathname, '/enquiries');
});

test('what came of an enquiry is not written over by who has not read it', async () => {
  const [one, other] = [await site.as('dora'), await site.as('dora')];
  for (const page of [one, other]) await page.goto(receipt);
  await one.selectOption('#result', 'advice_given');
  await one.fill('#note', 'Rang the ward.');
  await one.getByRole('button', { name: 'Save', exact: true }).click();
  await other.selectOption('#result', 'no_action');
  await other.fill('#note', 'Nothing to do.');
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  assert.match(await text(other, '.govuk-error-summary'), /Somebody changed this/);
  assert.match(await text(other), /Rang the ward/);
  assert.equal(await other.inputValue('#note'), 'Nothing to do.');
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  assert.match(await text(other), /Considered by Dora Reed.*Nothing to do/);
});

test('the days of the enquiries are typed as days, months and years', async () => {
  const page = await site.as('dora');
  await page.goto('/enquiries');
  await page.fill('#from-day', '1');
  await page.fill('#from-month', '2');
  await page.fill('#from-year', '2026');
  await page.getByRole('button', { name: 'Show' }).click();
  assert.match(await text(page), /2 enquiries/);
  await page.fill('#to-month', '13');
  await page.getByRole('button', { name: 'Show' }).click();
  assert.match(await text(page, '.govuk-error-summary'), /The last day is no date/);
  assert.equal(await page.inputValue('#to-month'), '13');
});

test('a line of the chronology leads to the enquiry’s receipt', async () => {
  const page = await site.as('dora');
  await page.goto('/list?all=1');
  await page.getByRole('link', { name: 'Tansley, Mary' }).click();
  await page.fill('#reason_words', 'The night’s enquiries');
  await page.getByRole('button', { name: 'Open the record' }).click();
  await page.getByRole('link', { name: /^Receipt / }).last().click();
  assert.equal(new URL(page.url()).pathname, receipt);
});

test('a key worker begins with their own children, the next review first', async () => {
  const page = await site.as('priya');
  await page.goto('/');
  await page.waitForURL('**/my-children');
  assert.match(await text(page), /Tansley, Mary/);
  assert.match(await text(page), /(Next|A review is late|\d+ reviews are late)/);
  const workers = await page.locator('tbody tr').count();
  assert.ok(workers > 5 && workers < 100, `${workers} children`);
  assert.doesNotMatch(await text(page), /Hughes, Ava/, 'who is Tom Bell’s');
  assert.equal((await page.goto('/list')).status(), 403);
});

test('a duty worker is not asked what came of it', async () => {
  const page = await site.as('sam');
  await page.goto(receipt);
  assert.equal(await page.locator('#result').count(), 0);
});

test('the list pages by fifty, and every count opens the children it counts', async () => {
  const page = await site.as('dora');
  await page.goto('/list');
  const rows = page.locator('tbody tr');
  const all = Number((await text(page, 'caption')).match(/^(\d+) children/)[1]);
  assert.ok(all > 100);
  assert.equal(await rows.count(), 50);
  await page.goto('/list?page=3');
  assert.equal(await rows.count(), all - 100);
  await page.goto('/list');
  const tiles = await page.locator('.heed-tile').evaluateAll((found) =>
    found.map((tile) => ({ words: tile.innerText, link: tile.querySelector('a')?.href })));
  assert.ok(tiles.length >= 4);
  for (const { words, link } of tiles) {
    const count = Number(words.match(/\d+/)[0]);
    await page.goto(`${link}${link.includes('?') ? '&' : '?'}all=1`);
    const listed = (await text(page, 'caption').catch(() => '0')).match(/^\d+/)?.[0] ?? 0;
    assert.equal(Number(listed), count, words);
  }
});

test('the list is sorted by what its heading says, both ways', async () => {
  const page = await site.as('dora');
  await page.goto('/list?all=1');
  const names = () => page.locator('tbody tr td:first-child, tbody tr th:first-child')
    .evaluateAll((cells) => cells.map((cell) => cell.innerText.split('\n')[0]));
  const before = await names();
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('link').click();
  const sorted = await names();
  assert.notDeepEqual(sorted, before);
  assert.deepEqual(sorted, [...sorted].sort(new Intl.Collator('en').compare));
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('link').click();
  assert.deepEqual(await names(), [...sorted].reverse());
  assert.match(await page.getByRole('columnheader', { name: 'Name' })
    .getAttribute('aria-sort'), /descending/);
});

test('the list is filtered by category and key worker', async () => {
  const page = await site.as('dora');
  await page.goto('/list');
  await page.selectOption('#category', 'sexual_abuse');
  await page.selectOption('#key_worker', { label: 'Tom Bell' });
  await page.getByRole('button', { name: 'Apply' }).click();
  const rows = await page.locator('tbody tr').allInnerTexts();
  assert.ok(rows.length > 0 && rows.length < 20, `${rows.length} rows`);
  for (const row of rows) assert.match(row, /Sexual abuse[\s\S]*Tom Bell/);
});

test('on a day before anybody was on a plan nobody is listed', async () => {
  const page = await site.as('dora');
  await page.goto('/list?on=1999-01-01');
  assert.match(await text(page), /No child is listed/);
  await page.goto('/list?known=1999-01-01');
  assert.match(await text(page), /No child is listed.*does not mean/);
});

test('a day that is none is said beside its field', async () => {
  const page = await site.as('dora');
  await page.goto('/list');
  await picture(page, 'list-days-desk');
  await page.goto('/list?on=yesterday');
  assert.match(await text(page), /The day of the list is no date/);
});

test('the list is taken away as a file that no spreadsheet executes', async () => {
  const page = await site.as('dora');
  await page.goto('/list');
  const arriving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download for a spreadsheet' }).click();
  const file = await arriving;
  assert.match(file.suggestedFilename(), /^list-\d{4}-\d\d-\d\d\.csv$/);
  const lines = fs.readFileSync(await file.path(), 'utf8').replace(/^\ufeff/, '').trim()
    .split('\r\n');
  const all = Number((await text(page, 'caption')).match(/^(\d+) children/)[1]);
  assert.equal(lines.length, all + 1);
  assert.ok(lines.some((line) => line.includes('Tansley')));
  for (const line of lines) assert.doesNotMatch(line, /(^|,)"?[=+@-](?!\d)/);
});

test('the list is printed on paper, whole, with a heading on each sheet', async () => {
  const page = await site.as('dora');
  await page.goto('/list?all=1');
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['.heed-filter', '.govuk-service-navigation', '.heed-user'])
    assert.ok(!(await page.locator(gone).first().isVisible()), gone);
  const after = await page.locator('tbody a[href^="/children/"]').first()
    .evaluate((link) => getComputedStyle(link, '::after').content);
  assert.match(after, /^(none|normal)$/, 'no address stands behind a name');
  assert.match(await page.locator('.heed-print-only').innerText(),
    /^Northmere.*\. As on .*, as known at .*m on .*\. Printed by .*, from the record of .*m on /);
  const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true });
  const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
  assert.ok(sheets >= 2 && sheets <= 12, `${sheets} sheets for 127 children`);
});

for (const old of ['register', 'de-registration', 'Custodian', 'register enquiry'])
  test(`whoever types the old word “${old}” is shown the new one`, async () => {
    const page = await site.as('dora', { viewport: widths.telephone });
    await page.goto('/words');
    await page.fill('#q', old);
    await page.getByRole('button', { name: 'Look up' }).click();
    const found = await page.locator('tbody tr').count();
    assert.ok(found >= 1 && found < 10, `${found} found`);
    assert.match(await text(page), /plan|Designated Manager|enquir/i);
    const link = page.locator('tbody a').first();
    if (await link.count()) {
      await link.click();
      assert.equal(await page.locator('h1').count(), 1, 'where it now lives is a page');
      assert.doesNotMatch(await page.title(), /not|no such/i);
    }
  });

test('the desk says so too when an old word is typed there', async () => {
  const page = await site.as('sam');
  await page.goto('/enquiries/new');
  await page.fill('#typed', 'register enquiry');
  await page.getByRole('button', { name: 'Ask and record' }).click();
  assert.match(await text(page), /is now “/);
});

test('a key worker is shown no enquiry about a child of somebody else', async () => {
  const duty = await site.as('noor');
  await ask(duty, 'eva hughes 3 castle view');
  const other = new URL(duty.url()).pathname;
  const manager = await site.as('dora');
  await manager.goto('/enquiries');
  assert.match(await text(manager), /hughes/i);
  const page = await site.as('priya');
  await page.goto('/enquiries');
  assert.match(await text(page), /mary/i);
  assert.doesNotMatch(await text(page), /hughes/i, 'who are Tom Bell’s');
  assert.equal((await page.goto(other)).status(), 403);
  assert.equal((await page.goto(receipt)).status(), 200);
  assert.equal((await page.goto('/misses')).status(), 403);
});
