// A family put right in a browser without script, at three widths: a carer is added, a household
// moves, and two people change one thing at once.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { brokenRules, invalid, overflow, stopsInTrouble, widths } from '../support/looking.mjs';
import { picture, Site } from './site.mjs';

let site, child;
before(async () => {
  site = await Site.open();
  const page = await site.as('dora');
  await page.goto('/list?all=1');
  child = await page.getByRole('link', { name: 'Tansley, Mary' }).getAttribute('href');
  await page.goto(child);
  await page.fill('#reason_words', 'Preparing the review conference');
  await page.getByRole('button', { name: 'Open the record' }).click();
  await site.settle();
});
after(() => site.close());
afterEach(() => site.settle());

const text = async (page, what = 'main') =>
  (await page.locator(what).innerText()).replace(/\s+/g, ' ');
const save = (page) => page.getByRole('button', { name: 'Save' }).click();
const withoutScript = { javaScriptEnabled: false };

/** A date's three fields. */
async function day(page, field, [date, month, year]) {
  for (const [part, value] of Object.entries({ day: date, month, year }))
    await page.fill(`#${field}-${part}`, String(value));
}

const forms = ['name', 'new-name', 'particulars', 'language', 'numbers', 'involved',
  'legal-status', 'address', 'new-address', 'new-adult', 'new-sibling', 'new-stay', 'move',
  'move-household', 'key-worker', 'categories', 'review', 'end-plan', 'plan-days', 'begin-plan'];
const sizes = { ...widths, 'narrow window': { width: 320, height: 640 } };

for (const [width, viewport] of Object.entries(sizes))
  test(`every form can be used by everybody at the ${width}, without script`, async () => {
    const page = await site.as('dora', { viewport, ...withoutScript });
    // What measures a page is a script of its own: it runs in one that may.
    const measured = await site.as('dora', { viewport });
    for (const form of forms) {
      const response = await page.goto(`${child}/${form}`);
      assert.equal(response.status(), 200, form);
      assert.deepEqual(await invalid(await response.text()), [], form);
      await measured.goto(`${child}/${form}`);
      assert.deepEqual(await brokenRules(measured), [], form);
      assert.ok(await overflow(measured) <= 0, `${form} is too wide`);
    }
    await picture(page, `form-move-${width.replace(' ', '-')}`);
  });

test('the keyboard sees where it is in a form', async () => {
  const page = await site.as('dora');
  await page.goto(`${child}/new-adult`);
  assert.deepEqual(await stopsInTrouble(page), []);
});

test('a grandmother is added for brother and sister at once, and drawn', async () => {
  const page = await site.as('dora', withoutScript);
  await page.goto(`${child}/people`);
  await page.getByRole('link', { name: 'Add a parent, carer or relative' }).click();
  await page.fill('#name', 'Jean Tansley');
  await save(page);
  assert.match(await text(page, '.govuk-error-summary'), /Say why this is changed|why/i);
  await page.fill('#why', 'Told by Kerry Tansley on the telephone');
  await save(page);
  assert.match(await text(page, '.govuk-error-summary'), /Choose what they are to the child/);
  assert.equal(await page.inputValue('#name'), 'Jean Tansley', 'nothing typed is lost');
  await page.getByLabel('Grandparent').check();
  await page.getByLabel('Woman').check();
  await page.getByLabel(/Jake Brandt/).check();
  await save(page);
  assert.match(await text(page), /Jean Tansley grandparent/);
  assert.match(await page.locator('svg.heed-tree__picture').getAttribute('aria-label'),
    /Elsewhere: Jean Tansley \(grandparent\)/);
  const jake = await page.getByRole('link', { name: 'Jake Brandt', exact: true })
    .getAttribute('href');
  await page.goto(`${jake}/people`);
  await page.fill('#reason_words', 'His grandmother');
  await page.getByRole('button', { name: 'Open the record' }).click();
  assert.match(await text(page), /Jean Tansley grandparent/);
});

test('the household moves, and the step-father stays behind', async () => {
  const page = await site.as('dora', { ...withoutScript, viewport: widths.telephone });
  await page.goto(`${child}/move-household`);
  await page.getByLabel('Dean Orrell').uncheck();
  await page.fill('#house', '3');
  await page.fill('#street', 'Mill Lane');
  await page.fill('#why', 'Letter of the housing office');
  await save(page);
  const told = await text(page);
  assert.match(told, /Dean Orrell step-parent No/);
  assert.match(told, /Before.*Dean Orrell.*lived in this household/);
  assert.match(await text(page, 'figcaption'), /at 3 Mill Lane/);
  await page.goto(`${child}/details`);
  assert.match(await text(page), /3 Mill Lane/);
  assert.match(await text(page), /8 Quarry Row/, 'and where they lived before');
});

test('of two who change one thing at once the second sees both texts', async () => {
  const [first, second] = [await site.as('dora', withoutScript), await site.as('dora')];
  await first.goto(`${child}/involved`);
  await second.goto(`${child}/involved`);
  await first.fill('#gp', 'Dr Nowak, Hill Surgery');
  await first.fill('#why', 'Told by the surgery');
  await save(first);
  await second.fill('#school', 'Castle Road Primary');
  await second.fill('#why', 'Told by the school');
  await save(second);
  const told = await text(second);
  assert.match(told, /Somebody changed this while you were writing/);
  assert.match(told, /GP Dr Nowak, Hill Surgery/);
  assert.equal(await second.inputValue('#gp'), 'Dr Nowak, Hill Surgery', 'taken over');
  assert.equal(await second.inputValue('#school'), 'Castle Road Primary', 'and kept');
  await picture(second, 'form-both-texts-desk');
  assert.deepEqual(await brokenRules(second), []);
  await save(second);
  await second.goto(`${child}/details`);
  assert.match(await text(second), /Castle Road Primary/);
  assert.match(await text(second), /Dr Nowak, Hill Surgery/);
});

test('a form that is half filled in outlives the tab', async () => {
  const page = await site.as('dora');
  await page.goto(`${child}/language`);
  await page.locator('#first_language').pressSequentially('Welsh');
  await page.getByText(/^Draft kept at/).waitFor();
  await page.waitForTimeout(600);
  await page.context().close({ runBeforeUnload: false });
  const again = await site.as('dora');
  await again.goto(`${child}/language`);
  assert.equal(await again.inputValue('#first_language'), 'Welsh');
  await again.fill('#why', 'Told by Kerry');
  await save(again);
  await again.goto(`${child}/details`);
  assert.match(await text(again), /First language Welsh/);
});

test('the drawing fits a sheet of paper', async () => {
  const page = await site.as('dora');
  await page.goto(`${child}/people`);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 680, height: 900 });
  const box = await page.locator('svg.heed-tree__picture').boundingBox();
  assert.ok(box.width <= 680, `${box.width} of 680`);
});

test('a key worker may look at the family, and change nothing', async () => {
  const page = await site.as('priya');
  await page.goto(`${child}/people`);
  await page.fill('#reason_words', 'I work with this family');
  await page.getByRole('button', { name: 'Open the record' }).click();
  assert.equal(await page.getByRole('link', { name: /^(Change|Add)/ }).count(), 0);
  assert.equal((await page.goto(`${child}/new-adult`)).status(), 403);
});
