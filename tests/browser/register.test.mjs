// The Designated Manager brings the register of 31 March 2008 in with a browser, and works what it
// left: rows that are held, questions to settle.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { brokenRules, overflow, widths } from '../support/looking.mjs';
import { root } from '../support/program.mjs';
import { picture, Site } from './site.mjs';

const file = path.join(root, 'tests/data/register/register.csv');
let site, report;
before(async () => { site = await Site.open(); });
after(() => site.close());
afterEach(() => site.settle());

const text = async (page, what = 'main') =>
  (await page.locator(what).innerText()).replace(/\s+/g, ' ');

async function lookAtFile(page) {
  await page.goto('/changeover');
  await page.setInputFiles('#file', file);
  await page.getByRole('button', { name: 'Look at the file' }).click();
  await page.getByRole('heading', { name: 'What the file would come to' }).waitFor();
}

test('a file is looked at first, and nothing of it is written', async () => {
  const page = await site.as('dora');
  await lookAtFile(page);
  const told = await text(page);
  assert.match(told, /Nothing was written/);
  assert.match(told, /Rows 429.*Held 9/);
  await picture(page, 'import-look-desk');
  await page.goto('/changeover');
  assert.match(await text(page), /Nothing was imported yet/);
});

test('what is no register is refused beside its field', async () => {
  const page = await site.as('dora');
  await page.goto('/changeover');
  await page.setInputFiles('#file', {
    name: 'shopping.csv', mimeType: 'text/csv', buffer: Buffer.from('Milk,Eggs\n2,12\n'),
  });
  await page.getByRole('button', { name: 'Look at the file' }).click();
  assert.match(await text(page, '.govuk-error-summary'), /headings/);
  await picture(page, 'import-refused-desk');
});

test('the register comes in while one looks on, and is reported of', async () => {
  const page = await site.as('dora');
  await lookAtFile(page);
  await page.getByRole('button', { name: 'Import it' }).click();
  await page.getByRole('heading', { name: 'What was imported' }).waitFor({ timeout: 120_000 });
  report = new URL(page.url()).pathname;
  const told = await text(page);
  assert.match(told, /Rows 429 Accepted 349 With questions 63 Held 9 Already there 8/);
  assert.match(told, /Children 411 Plans open 315 Plans ended 97/);
});

test('the report is printed', async () => {
  const page = await site.as('dora');
  await page.goto(report);
  await page.emulateMedia({ media: 'print' });
  assert.ok(!(await page.locator('.govuk-service-navigation').first().isVisible()));
  assert.ok((await page.pdf({ preferCSSPageSize: true, tagged: true })).length > 10_000);
});

test('the same file again changes nothing', async () => {
  const page = await site.as('dora');
  await lookAtFile(page);
  assert.match(await text(page), /Accepted 0 With questions 0 Held [09] Already there 4\d\d/);
});

test('a file that is kept no more is to be chosen again: file_gone', async () => {
  const page = await site.as('dora');
  await lookAtFile(page);
  await page.locator('[name=upload]').evaluate((field) => {
    field.value = field.value.replace(/.$/, (last) => last === '0' ? '1' : '0');
  });
  await page.getByRole('button', { name: 'Import it' }).click();
  assert.match(await text(page, '.govuk-error-summary'), /imported already, or has waited/);
});

test('a held row is put right and tried again', async () => {
  const page = await site.as('dora');
  await page.goto('/changeover/held');
  assert.match(await text(page), /9 rows/);
  await page.getByRole('link', { name: /Prosser/ }).click();
  assert.match(await text(page), /no day of registration/i);
  await picture(page, 'import-row-desk');
  await page.getByLabel('Date registered', { exact: true }).fill('31/02/2006');
  await page.getByRole('button', { name: 'Try again' }).click();
  assert.match(await text(page), /no such day/);
  assert.equal(await page.getByLabel('Date registered', { exact: true }).inputValue(),
    '31/02/2006', 'what was typed is there');
  await page.getByLabel('Date registered', { exact: true }).fill('25/01/2006');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.goto('/changeover/held');
  assert.match(await text(page), /8 rows/);
  await page.goto('/list?on=2008-04-01&all=1');
  // He and a younger child of his household and name.
  assert.equal(await page.getByRole('link', { name: 'Prosser, Siôn', exact: true }).count(), 2);
});

test('a row that is not wanted is set aside with a reason, and taken back', async () => {
  const page = await site.as('dora');
  await page.goto('/changeover/held');
  await page.getByRole('link', { name: /Kirby/ }).click();
  await page.getByRole('button', { name: 'Set aside' }).click();
  assert.match(await text(page, '.govuk-error-summary'), /\w/, 'a reason is asked for');
  await page.getByLabel('Why it is not wanted').fill('Never registered: minutes of 8 December.');
  await page.getByRole('button', { name: 'Set aside' }).click();
  await page.goto('/changeover/set-aside');
  assert.match(await text(page), /Kirby.*minutes of 8 December/);
  await page.getByRole('link', { name: /Kirby/ }).click();
  await page.getByRole('button', { name: 'Take it back into the queue' }).click();
  await page.goto('/changeover/held');
  const held = await text(page);
  assert.equal(held.match(/Kirby, Myles Kai 366 (.*?) CARPENTER/)[1],
    'There is no day of registration. Add it and try again.', 'said once');
});

test('a question is settled', async () => {
  const page = await site.as('dora');
  await page.goto('/changeover/questions');
  const before = Number((await text(page)).match(/(\d+) rows/)[1]);
  assert.equal(before, 63);
  const row = page.getByRole('row', { name: /There is no key worker/ }).first();
  await row.getByRole('link').click();
  await picture(page, 'import-question-desk');
  await page.selectOption('#key_worker', { label: 'Ruth Osei, 01632 960144' });
  await page.getByRole('button', { name: 'Appoint' }).click();
  assert.match(await text(page), /Settled/);
  const child = await page.locator('main a[href^="/children/"]').first().getAttribute('href');
  await page.goto(`${child}/looks`);
  const told = await text(page);
  assert.match(told, /Brought the child in from the register/);
  assert.doesNotMatch(told, /[a-z]+\.[a-z]+/, 'in words, not in codes');
});

for (const [width, viewport] of Object.entries(widths))
  test(`of a late review it is said why it is late, at the ${width}`, async () => {
    const page = await site.as('dora', { viewport });
    await page.goto('/changeover/questions');
    const row = page.getByRole('row', { name: /The review was due on/ }).first();
    await row.getByRole('link').click();
    await page.getByLabel('Or why it is late').fill('The chair was ill. Held on 4 April.');
    await picture(page, `import-late-review-${width}`);
    assert.deepEqual(await brokenRules(page), []);
    assert.ok(await overflow(page) <= 0);
    await page.getByRole('button', { name: 'Save the reason' }).click();
    assert.match(await text(page), /Settled.*The chair was ill\. Held on 4 April\./);
    await page.locator('main a[href^="/children/"]').first().click();
    await page.fill('#reason_words', 'Is the reason in the chronology?');
    await page.getByRole('button', { name: 'Open the record' }).click();
    assert.match(await text(page), /Review is late.*The chair was ill\. Held on 4 April\./);
  });

test('a duty worker does not bring registers in', async () => {
  const page = await site.as('sam');
  assert.equal((await page.goto('/changeover')).status(), 403);
});

for (const [width, viewport] of Object.entries(widths))
  test(`its pages can be used by everybody at the ${width}`, async () => {
    const page = await site.as('dora', { viewport });
    for (const where of ['/changeover', report, '/changeover/held', '/changeover/questions']) {
      await page.goto(where);
      await picture(page, `import-${where.split('/').at(-1).slice(0, 9)}-${width}`);
      assert.deepEqual(await brokenRules(page), [], where);
      assert.ok(await overflow(page) <= 0, `${where} is too wide`);
    }
  });
