// An administrator lets somebody in, and lets them go.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { keyShown, codeNow } from '../support/visitor.mjs';
import { picture, Site } from './site.mjs';

let site, password;
before(async () => { site = await Site.open(); });
after(() => site.close());
afterEach(() => site.settle());

test('a user is added and given a password for one use, shown once', async () => {
  const page = await site.as('ada');
  await page.goto('/users');
  await page.getByRole('button', { name: 'Add a user' }).click();
  await page.fill('#user_name', 'lena');
  await page.fill('#name', 'Lena Frost');
  await page.selectOption('#role', 'duty_worker');
  await page.getByRole('button', { name: 'Add user' }).click();
  assert.equal(await page.locator('h1').textContent(), 'Password for one use');
  password = (await page.locator('code').textContent()).trim();
  assert.ok(password.length >= 12);
  await picture(page, 'users-password-desk');
  await page.goto('/users');
  const row = page.getByRole('row', { name: /Lena Frost/ });
  assert.match(await row.textContent(), /Password for one use/);
  assert.doesNotMatch(await page.content(), new RegExp(password));
});

test('a user name that is taken is refused beside its field', async () => {
  const page = await site.as('ada');
  await page.goto('/users/new');
  await page.fill('#user_name', 'lena');
  await page.fill('#name', 'Lena Snow');
  await page.selectOption('#role', 'analyst');
  await page.getByRole('button', { name: 'Add user' }).click();
  assert.match(await page.locator('.govuk-error-summary').textContent(), /already/);
  assert.equal(await page.inputValue('#name'), 'Lena Snow');
});

test('they sign in, and are out from the next click on when their account is closed', async () => {
  const theirs = await site.window();
  await theirs.goto('/sign-in');
  await theirs.fill('#user_name', 'lena');
  await theirs.fill('#password', password);
  await theirs.getByRole('button', { name: 'Sign in' }).click();
  await theirs.waitForURL('**/account/password*');
  await theirs.fill('#password', 'four plain words together');
  await theirs.getByRole('button', { name: 'Save password' }).click();
  await theirs.waitForURL((url) => !url.pathname.startsWith('/account/password'));
  if (theirs.url().includes('second-factor')) {
    await theirs.fill('#code', codeNow(keyShown(await theirs.locator('code').innerText())));
    await theirs.getByRole('button', { name: 'Continue' }).click();
  }
  await theirs.waitForURL('**/enquiries/new');

  const page = await site.as('ada');
  await page.goto('/users');
  await page.getByRole('link', { name: 'Lena Frost' }).click();
  assert.doesNotMatch(page.url(), /lena/i);
  await picture(page, 'user-desk');
  await page.getByRole('button', { name: 'Close the account' }).click();
  await theirs.goto('/enquiries');
  assert.match(theirs.url(), /sign-in/);
  await page.goto('/users');
  assert.match(await page.getByRole('row', { name: /Lena Frost/ }).textContent(), /Closed/);
});

test('a duty worker is told that this is not theirs', async () => {
  const page = await site.as('sam');
  assert.equal((await page.goto('/users')).status(), 403);
  assert.equal(await page.getByRole('link', { name: 'Users' }).count(), 0);
});
