// Records that may be of one child, side by side; shields; questions that come alive.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { brokenRules, invalid, overflow, stopsInTrouble, widths } from '../support/looking.mjs';
import { ask, picture, Site } from './site.mjs';

let site, child, pair;
before(async () => { site = await Site.open(); });
after(() => site.close());
afterEach(() => site.settle());

const text = async (page, what = 'main') =>
  (await page.locator(what).innerText()).replace(/\s+/g, ' ');

test('a duty worker says that a child may be another, and the manager finds both', async () => {
  const duty = await site.as('sam');
  await duty.goto('/list?all=1');
  child = await duty.getByRole('link', { name: 'Tansley, Mary' }).getAttribute('href');
  await duty.goto(`${child}/same-child`);
  await duty.getByRole('button', { name: 'Ask the Designated Manager to look' }).click();
  assert.match(await text(duty, '.govuk-error-summary'), /\w/, 'whom, and why');
  await duty.getByRole('radio').first().check();
  await duty.getByLabel('What makes you think so').fill('The same mother rang about both');
  await duty.getByRole('button', { name: 'Ask the Designated Manager to look' }).click();
  assert.match(await text(duty), /Waits for the Designated Manager/);
  assert.equal((await duty.goto('/review')).status(), 403);
  const page = await site.as('dora');
  await page.goto('/review');
  assert.match(await text(page), /1 pair to look at/);
  await page.locator('main a[href^="/review/"]').first().click();
  pair = new URL(page.url()).pathname;
  assert.match(await text(page), /The same mother rang about both/);
  assert.match(await text(page), /Names.*Born.*Places.*Plans/);
});

for (const [width, viewport] of Object.entries(widths))
  test(`both records, shields and the queue can be used by everybody at the ${width}`, async () => {
    const page = await site.as('dora', { viewport });
    for (const [name, where] of Object.entries({
      queue: '/review', pair, records: `${child}/same-child`, shield: `${child}/shield`,
      misses: '/misses',
    })) {
      const response = await page.goto(where);
      assert.equal(response.status(), 200, where);
      await picture(page, `review-${name}-${width}`);
      assert.deepEqual(await brokenRules(page), [], where);
      assert.deepEqual(await invalid(await response.text()), [], where);
      assert.ok(await overflow(page) <= 0, `${where} is too wide`);
      assert.deepEqual(await stopsInTrouble(page), [], where);
      await page.setViewportSize({ width: 320, height: 640 });
      assert.ok(await overflow(page) <= 0, `${where} at 320 pixels`);
      await page.setViewportSize(viewport);
    }
  });

test('a reason is asked for, and the decision is made with the keyboard alone', async () => {
  const page = await site.as('dora');
  await page.goto(pair);
  await page.getByRole('button', { name: 'Same child', exact: true }).press('Enter');
  assert.match(await text(page, '.govuk-error-summary'), /Say why/);
  await page.getByLabel('Why they are not the same child').focus();
  await page.keyboard.type('Sisters');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/review');
  assert.match(await text(page), /No pairs/);
  await page.goto(`${child}/same-child`);
  assert.match(await text(page), /Not the same child as.*Sisters.*Stands/);
});

test('a decision is undone with a reason, and the pair waits again', async () => {
  const page = await site.as('dora');
  await page.goto(`${child}/same-child`);
  await page.getByText('Undo this decision').click();
  await page.getByLabel('Why it is undone').fill('Their school says otherwise');
  await page.getByRole('button', { name: 'Undo' }).click();
  assert.match(await text(page), /Undone/);
  await page.goto('/review');
  assert.match(await text(page), /1 pair to look at/);
});

test('a shield keeps where a child lives from a duty worker, not the manager', async () => {
  const manager = await site.as('dora');
  await manager.goto(`${child}/shield`);
  await manager.getByRole('radio').first().check();
  await manager.getByLabel('Why', { exact: true }).fill('Her father looks for her');
  await manager.getByRole('button', { name: 'Set the shield' }).click();
  assert.match(await text(manager), /Her father looks for her/);
  const duty = await site.as('sam');
  await ask(duty, 'mary tansly 2019');
  const told = await text(duty);
  assert.match(told, /kept from sight/);
  assert.match(told, /Priya Shah/, 'the answer is given all the same');
  assert.doesNotMatch(told, /Quarry Row/);
  await picture(duty, 'shielded-answer-desk');
});

test('a question that found nobody comes alive when the child is added', async () => {
  const duty = await site.as('sam');
  await ask(duty, 'tobias quillfeather 2015');
  const manager = await site.as('dora');
  await manager.goto('/children/new');
  await manager.fill('#forename', 'Tobias');
  await manager.fill('#surname', 'Quillfeather');
  await manager.getByRole('radio', { name: /known/i }).first().check();
  for (const [part, value] of Object.entries({ day: '2', month: '3', year: '2015' }))
    await manager.fill(`#born-${part}`, value);
  await manager.getByRole('button', { name: /Add|Save/ }).click();
  await manager.waitForURL(/\/children\/[0-9a-f]{8}-/);
  for (let tries = 0; tries < 20; ++tries) {
    await duty.goto('/misses');
    if (await duty.locator('main a[href^="/misses/"]').count()) break;
    await duty.waitForTimeout(500);
  }
  await duty.locator('main a[href^="/misses/"]').first().click();
  const told = await text(duty);
  assert.match(told, /The question.*quillfeather 2015.*In the record now.*Tobias Quillfeather/i);
  await picture(duty, 'miss-desk');
  assert.deepEqual(await brokenRules(duty), []);
  assert.doesNotMatch(`${await duty.title()} ${duty.url()}`, /quillfeather/i);
});
