// Signing in: in a record that was just made, with everything that is asked of somebody new; and
// in the demonstration, where a password is enough.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { must } from '../support/program.mjs';
import { codeNow, keyShown } from '../support/visitor.mjs';
import { picture, Site } from './site.mjs';

let site, oneTime, key;
const chosen = 'four plain words together';

before(async () => {
  site = await Site.open({ options: [] });
  const made = await must(site.database,
    ['init', '--authority', 'Eastmere Council', '--admin', 'amy']);
  oneTime = made.password;
  await site.serve();
});
after(() => site.close());
afterEach(() => site.settle());

async function signIn(page, user, password) {
  await page.goto('/sign-in');
  await page.fill('#user_name', user);
  await page.fill('#password', password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('a wrong password is refused, and says nothing of the user', async () => {
  const page = await site.window();
  await signIn(page, 'amy', 'not the password');
  const known = await page.locator('.govuk-error-summary').textContent();
  await signIn(page, 'nobody', 'not the password');
  assert.equal(await page.locator('.govuk-error-summary').textContent(), known);
  assert.equal(await page.inputValue('#password'), '', 'a password is not sent back');
});

test('somebody new chooses a password and sets their telephone up', async () => {
  const page = await site.window();
  await page.goto('/users');
  await page.waitForURL('**/sign-in?then=*');
  await page.fill('#user_name', 'amy');
  await page.fill('#password', oneTime);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/account/password*');
  await picture(page, 'sign-in-password-desk');
  await page.fill('#password', 'short');
  await page.getByRole('button', { name: 'Save password' }).click();
  assert.match(await page.locator('.govuk-error-summary').textContent(), /at least 12/);
  await page.fill('#password', chosen);
  await page.getByRole('button', { name: 'Save password' }).click();
  await page.waitForURL('**/account/second-factor*');
  await picture(page, 'sign-in-second-factor-desk');
  key = keyShown(await page.locator('code').innerText());
  await page.fill('#code', codeNow(key, Date.now() - 3_600_000));
  await page.getByRole('button', { name: 'Continue' }).click();
  assert.match(await page.locator('.govuk-error-summary').textContent(), /not right/);
  await page.fill('#code', codeNow(key));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL('**/users');
  assert.equal(await page.locator('h1').textContent(), 'Users');
});

test('the one-time password is used up', async () => {
  const page = await site.window();
  await signIn(page, 'amy', oneTime);
  assert.match(await page.locator('.govuk-error-summary').textContent(), /not right/);
});

test('the next sign-in asks for the code, and the same code is not taken twice', async () => {
  const page = await site.window();
  await signIn(page, 'amy', chosen);
  await page.waitForURL('**/sign-in/code');
  await picture(page, 'sign-in-code-desk');
  // The code of the set-up is used; the one after it is near enough to be taken.
  const next = codeNow(key, Date.now() + 30_000);
  await page.fill('#code', next);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL('**/users');
  const again = await site.window();
  await signIn(again, 'amy', chosen);
  await again.waitForURL('**/sign-in/code');
  await again.fill('#code', next);
  await again.getByRole('button', { name: 'Continue' }).click();
  assert.match(await again.locator('.govuk-error-summary').textContent(), /not right/);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');
  await page.goto('/users');
  assert.match(page.url(), /sign-in/, 'signed out');
});

test('in the demonstration a password is enough', async () => {
  const demo = await Site.open();
  try {
    assert.match(demo.serving.said.join('\n'), /sam .*northmere-demonstration|northmere-demo/s);
    const page = await demo.as('sam');
    await page.goto('/');
    assert.match(page.url(), /enquiries\/new$/);
    assert.match(await page.locator('.heed-footer').textContent(), /Demonstration/);
    await demo.settle();
  } finally {
    await demo.close();
  }
});
