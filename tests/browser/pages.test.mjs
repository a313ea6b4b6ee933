// Every page there is, as the roles see them: rules of WCAG, valid HTML, narrow windows, the
// keyboard, and nobody's name where a browser's history keeps it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { brokenRules, invalid, overflow, stopsInTrouble, widths } from '../support/looking.mjs';
import { root } from '../support/program.mjs';
import { ask, picture, Site } from './site.mjs';

let site;
const seen = {};

before(async () => {
  site = await Site.open();
  const page = await site.as('sam');
  for (const [name, typed] of Object.entries({
    yes: 'mary tansly 2019', no: 'tobias quillfeather', which: 'hughes 3 castle view',
  })) {
    await ask(page, typed);
    seen[name] = new URL(page.url()).pathname;
  }
  await page.goto('/list?all=1');
  seen.child = await page.getByRole('link', { name: /Tansley, Mary/ }).getAttribute('href');
  await site.settle();
});
after(() => site.close());
afterEach(() => site.settle());

// name: [who looks, where]
const pages = {
  'sign-in': [undefined, () => '/sign-in'],
  'desk': ['sam', () => '/enquiries/new'],
  'answer-yes': ['sam', () => seen.yes],
  'answer-no': ['sam', () => seen.no],
  'answer-which': ['sam', () => seen.which],
  'answer-manager': ['dora', () => seen.yes],
  'my-children': ['priya', () => '/my-children'],
  'enquiries': ['dora', () => '/enquiries'],
  'list': ['dora', () => '/list'],
  'list-none': ['dora', () => '/list?on=1999-01-01'],
  'inbox': ['dora', () => '/inbox'],
  'words': ['dora', () => '/words'],
  'directory': ['dora', () => '/directory'],
  'directory-agency': ['dora', () => '/directory/agencies/new'],
  'directory-professional': ['dora', () => '/directory/professionals/new'],
  'account': ['sam', () => '/account'],
  'account-password': ['sam', () => '/account/password'],
  'account-second-factor': ['sam', () => '/account/second-factor'],
  'users': ['ada', () => '/users'],
  'users-new': ['ada', () => '/users/new'],
  'undelivered': ['ada', () => '/inbox/undelivered'],
  'child-reason': ['noor', () => seen.child],
  'child-new': ['dora', () => '/children/new'],
  'changeover': ['dora', () => '/changeover'],
  'held': ['dora', () => '/changeover/held'],
  'questions': ['dora', () => '/changeover/questions'],
  'not-allowed': ['sam', () => '/users', 403],
  'not-there': ['sam', () => '/nowhere', 404],
};

// Every name of the demonstration, as words.
const people = [...new Set(fs.readFileSync(path.join(root, 'data/demo/families.csv'), 'utf8')
  .trim().split('\n').slice(1).flatMap((row) => row.split(',').slice(1, 4))
  .flatMap((name) => name.split(' ')).filter((word) => word.length > 3 && word !== 'Unborn'))];

test('the names that must not be seen are known', () => assert.ok(people.length > 50));

for (const [name, [who, where, status = 200]] of Object.entries(pages)) {
  const visit = async (options = {}) => {
    const page = who ? await site.as(who, options) : await site.window(options);
    const response = await page.goto(where());
    assert.equal(response.status(), status);
    return { page, response };
  };

  for (const [width, viewport] of Object.entries(widths)) {
    test(`${name} breaks no rule of WCAG 2.2 AA at the ${width}, and fits it`, async () => {
      const { page } = await visit({ viewport });
      await picture(page, `page-${name}-${width}`);
      assert.deepEqual(await brokenRules(page), []);
      assert.ok(await overflow(page) <= 0, `${await overflow(page)} pixels too wide`);
    });
  }

  test(`${name} is valid HTML, with nobody’s name in its title or address`, async () => {
    const { page, response } = await visit();
    assert.deepEqual(await invalid(await response.text()), []);
    const shown = `${await page.title()} ${page.url()}`;
    assert.deepEqual(people.filter((word) => new RegExp(`\\b${word}\\b`, 'iu').test(shown)), []);
    const headers = response.headers();
    assert.match(headers['cache-control'], /no-store/);
    assert.match(headers['content-security-policy'], /default-src 'none'/);
  });

  test(`${name} fits 320 pixels, and the keyboard sees where it is`, async () => {
    const { page } = await visit();
    assert.deepEqual(await stopsInTrouble(page), []);
    await page.setViewportSize({ width: 320, height: 640 });
    assert.ok(await overflow(page) <= 0, `${await overflow(page)} pixels too wide`);
  });
}
