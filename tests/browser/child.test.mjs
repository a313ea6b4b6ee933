// A child's record: opened for a reason, with who looked at it; and the directory beside it.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { brokenRules, invalid, overflow, widths } from '../support/looking.mjs';
import { ask, caller, picture, Site } from './site.mjs';

let site, child;
before(async () => {
  site = await Site.open();
  const page = await site.as('sam');
  await page.goto('/list?all=1');
  child = await page.getByRole('link', { name: 'Tansley, Mary' }).getAttribute('href');
  await ask(page, 'mary tansly 2019');
  await site.settle();
});
after(() => site.close());
afterEach(() => site.settle());

const text = async (page, what = 'main') =>
  (await page.locator(what).innerText()).replace(/\s+/g, ' ');

async function open(page, reason) {
  await page.goto(child);
  if (reason) await page.fill('#reason_words', reason);
  await page.getByRole('button', { name: 'Open the record' }).click();
}

test('nothing of a child is shown before a reason is given', async () => {
  const page = await site.as('dora');
  await page.goto(child);
  assert.doesNotMatch(await text(page, 'body'), /Tansley|Priya Shah|neglect/i);
  await picture(page, 'child-reason-desk');
  await open(page);
  assert.match(await text(page, '.govuk-error-summary'), /why/i);
  assert.doesNotMatch(await text(page, 'body'), /Tansley|neglect/i);
});

test('with a reason it opens: who, key worker, next review, and what happened', async () => {
  const page = await site.as('dora');
  await open(page, 'Preparing the review conference');
  const told = await text(page, 'body');
  for (const wanted of [/Mary Tansley/, /Priya Shah/, /01632 960142/, /neglect/i, /Next review/])
    assert.match(told, wanted);
  assert.doesNotMatch(`${await page.title()} ${page.url()}`, /Mary|Tansley/);
});

test('who looked, when, in what role and why, is there to be read', async () => {
  const page = await site.as('dora');
  await page.goto(`${child}/looks`);
  const told = await text(page);
  assert.match(told, /Dora Reed, Designated Manager.*Preparing the review conference/);
  assert.match(told, /Sam Okoro, Duty worker Answered an enquiry/, 'that is a look as well');
  assert.doesNotMatch(told, /[a-z]+\.[a-z]+/, 'in words, not in codes');
  await picture(page, 'child-looks-desk');
});

test('a duty worker does not read who looked', async () => {
  const page = await site.as('sam');
  assert.equal((await page.goto(`${child}/looks`)).status(), 403);
});

test('an administrator of users sees no child', async () => {
  const page = await site.as('ada');
  assert.equal((await page.goto(child)).status(), 403);
  assert.equal((await page.goto('/list')).status(), 403);
});

for (const [width, viewport] of Object.entries(widths))
  test(`the child’s pages can be used by everybody at the ${width}`, async () => {
    const page = await site.as('dora', { viewport });
    for (const part of ['', '/details', '/people', '/looks']) {
      const response = await page.goto(child + part);
      assert.equal(response.status(), 200);
      await picture(page, `child${part.replace('/', '-')}-${width}`);
      assert.deepEqual(await brokenRules(page), [], part);
      assert.deepEqual(await invalid(await response.text()), [], part);
      assert.ok(await overflow(page) <= 0, `${part} is too wide`);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    assert.ok(await overflow(page) <= 0, '320 pixels');
  });

test('an agency that is put into the directory vouches for its number from then on', async () => {
  const page = await site.as('dora');
  const unheld = { ...caller, agency: 'Eastmere Hospice', called_back: '01632 960777' };
  await ask(page, 'mary tansly 2019', unheld);
  assert.match(await text(page), /does not hold 01632 960777/);
  await page.goto('/directory');
  await page.locator('main a[href="/directory/agencies/new"]').click();
  await page.fill('#name', 'Eastmere Hospice');
  await page.fill('#switchboard', '01632 960777');
  await page.selectOption('#sort', 'health');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.goto('/directory');
  assert.match(await text(page), /Eastmere Hospice.*01632 960777/);
  await ask(page, 'mary tansly 2019', unheld);
  assert.match(await text(page), /01632 960777 \(held in the directory\)/);
});
