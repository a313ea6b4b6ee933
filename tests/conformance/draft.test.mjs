// A draft is kept while it is typed, and survives what the browser, the server and the network do.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { launch } from '../support/looking.mjs';
import { drawGallery, serve } from './browser.mjs';

let browser, site, page, context;
let posts, status;

const last = () => posts.at(-1);
const until = async (what, wanted) => {
  for (let tries = 0; tries < 100; tries++) {
    if (await what()) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  assert.fail(`it never came to pass that ${wanted}`);
};

before(async () => {
  drawGallery();
  browser = await launch();
  site = await serve((address, fields) => {
    posts.push({ address, fields });
    return address.startsWith('/drafts/') ? status : 303;
  });
});
after(async () => {
  await browser.close();
  site.close();
});
beforeEach(async () => {
  posts = [];
  status = 204;
  context = await browser.newContext();
  page = await context.newPage();
  await page.goto(site.address + 'fields.html');
});
afterEach(() => context.close());

test('what is typed is posted after a pause, once, and a line says when', async () => {
  await page.locator('#why').pressSequentially('bruising', { delay: 20 });
  await until(() => posts.length > 0, 'a draft was posted');
  await new Promise((later) => setTimeout(later, 700));
  assert.equal(posts.length, 1);
  assert.equal(last().address, '/drafts/specimen');
  assert.equal(last().fields.get('why'), 'bruising');
  assert.equal(last().fields.get('told'), 'manager', 'choices too');
  await until(async () => /^Draft kept at \d\d:\d\d$/.test(
    await page.locator('.heed-draft').textContent()), 'the line said so');
});

test('a password is never posted', async () => {
  await page.fill('#password', 'secret words');
  await page.fill('#why', 'x');
  await until(() => posts.length > 0, 'a draft was posted');
  assert.ok(!last().fields.has('password'));
  assert.ok(![...last().fields.values()].includes('secret words'));
});

test('while the server fails the line says so, and the draft is tried again', async () => {
  status = 503;
  await page.fill('#why', 'first');
  await until(async () => (await page.locator('.heed-draft').textContent())
    .startsWith('Draft not kept'), 'the line warned');
  status = 204;
  await until(async () => (await page.locator('.heed-draft').textContent())
    .startsWith('Draft kept'), 'the draft was kept after all');
  assert.equal(last().fields.get('why'), 'first');
});

test('being sent to the sign-in page is not a receipt', async () => {
  status = 303;
  await page.fill('#why', 'x');
  await until(async () => (await page.locator('.heed-draft').textContent())
    .startsWith('Draft not kept'), 'the line warned');
});

test('leaving the page sends what was not yet sent', async () => {
  await page.fill('#why', 'half a sen');
  await page.goto(site.address + 'list.html');
  await until(() => posts.length > 0, 'a draft was posted');
  assert.equal(last().fields.get('why'), 'half a sen');
});

test('a form that was sent leaves no draft behind it', async () => {
  await page.fill('#why', 'all of it');
  await page.getByRole('button', { name: 'Keep' }).click();
  await page.waitForURL(/desk-before/);
  await new Promise((later) => setTimeout(later, 800));
  assert.deepEqual(posts.map(({ address }) => address), ['/fields.html']);
  assert.equal(last().fields.get('why'), 'all of it');
});
