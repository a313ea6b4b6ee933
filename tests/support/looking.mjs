// What can be measured of a page in a browser, whoever serves it.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { HtmlValidate } from 'html-validate';
import { chromium } from 'playwright-core';

export const widths = {
  desk: { width: 1280, height: 720 }, telephone: { width: 390, height: 844 },
};

export const launch = () => chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules of WCAG 2.2 AA that the page breaks, and axe's best practice. */
export async function brokenRules(page) {
  // A script element would be blocked by the policy.
  await page.evaluate(`${axe};0`);
  return page.evaluate(async () => {
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
  });
}

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // GOV.UK Frontend's own fixtures break these.
    'no-trailing-whitespace': 'off',
    'form-dup-name': 'off',
    'prefer-native-element': 'off',
    'no-redundant-role': 'off',
    'void-style': 'off',
    // The title holds the name of the organisation, which may be long.
    'long-title': 'off',
    'no-inline-style': 'error',
    // A stylesheet keeps numbers whole; the gallery's own test measures it.
    'tel-non-breaking': 'off',
  },
});

/** What is wrong with the HTML as it was sent. */
export async function invalid(html) {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages)
    .map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`);
}

/** How many pixels the page is wider than the window. */
export const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What is wrong with the places where the keyboard stops. */
export async function stopsInTrouble(page) {
  const lost = [];
  for (let stop = 0; stop < 80; stop++) {
    await page.keyboard.press('Tab');
    const trouble = await page.evaluate(stopTrouble);
    if (trouble === 'end') break;
    if (trouble) lost.push(trouble);
  }
  return lost;
}

// In the page: what is wrong with the place of the keyboard, if anything.
function stopTrouble() {
  const here = document.activeElement;
  if (!here || here === document.body) return 'end';
  // On the browser's own button inside a date field, which has the browser's own sign.
  if (here.matches('[type=date], [type=datetime-local]') && !here.matches(':focus')) return '';
  const choice = here.matches('[type=radio], [type=checkbox]');
  const box = here.getBoundingClientRect();
  const within = (value, most) => Math.min(Math.max(value, 1), most - 2);
  const top = document.elementFromPoint(within(box.left + box.width / 2, innerWidth),
    within(box.top + Math.min(box.height / 2, 20), innerHeight));
  const owner = choice ? here.parentElement : here;
  const style = choice ? getComputedStyle(here.nextElementSibling, '::before')
    : getComputedStyle(here);
  const shown = style.outlineStyle !== 'none' || style.boxShadow !== 'none' ||
    style.backgroundColor === 'rgb(255, 221, 0)';
  const covered = !(top && (owner.contains(top) || top.contains(here)));
  const name = here.id || here.textContent.trim() || here.tagName;
  if (covered) return `${name} is covered`;
  return shown ? '' : `${name} has no sign`;
}
