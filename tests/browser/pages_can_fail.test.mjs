// The measures themselves, on a page with one fault each: a measure that sees no fault is none.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  brokenRules, invalid, launch, overflow, stopsInTrouble, widths,
} from '../support/looking.mjs';

const html = (body) => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>A page</title>
<style>.wide { width: 700px } .quiet:focus { outline: none }</style></head>
<body><main><h1>A page</h1>${body}</main></body></html>`;

let browser, page;
before(async () => {
  browser = await launch();
  page = await browser.newPage({ viewport: widths.telephone });
});
after(() => browser.close());

test('a page without a fault has none', async () => {
  const good = html('<p>All is well.</p><a href="#a" id="a">Here</a>');
  await page.setContent(good);
  assert.deepEqual(await brokenRules(page), []);
  assert.deepEqual(await stopsInTrouble(page), []);
  assert.ok(await overflow(page) <= 0);
});

test('a field without a label is seen', async () => {
  await page.setContent(html('<form><input name="a"></form>'));
  assert.match((await brokenRules(page)).join(), /label/);
});

test('an inline style is seen', async () => {
  assert.match((await invalid(html('<p style="color: red">Red</p>'))).join(), /no-inline-style/);
});

test('a page that is too wide is seen', async () => {
  await page.setContent(html('<div class="wide">Wide</div>'));
  assert.ok(await overflow(page) > 0);
});

test('a stop without a sign is seen', async () => {
  await page.setContent(html('<a class="quiet" href="#b" id="b">There</a>'));
  assert.deepEqual(await stopsInTrouble(page), ['b has no sign']);
});
