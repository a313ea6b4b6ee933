// What can be measured of the look: each page of the gallery, on a desk and on a telephone.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import {
  brokenRules, invalid, launch, overflow, stopsInTrouble, widths,
} from '../support/looking.mjs';
import { drawGallery, folder, root, serve } from './browser.mjs';

const pages = drawGallery();
let browser, site;

before(async () => {
  browser = await launch();
  site = await serve();
});
after(async () => {
  await browser.close();
  site.close();
});

// Opens a page and gives it to `look`; what the browser complains of is a failure.
async function open(name, options, look) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(site.address + name, { waitUntil: 'load' });
  const found = await look(page);
  await context.close();
  assert.deepEqual(complaints, []);
  return found;
}

test('the gallery has every page', () => assert.equal(pages.length, 7));

for (const name of pages) {
  for (const [width, viewport] of Object.entries(widths)) {
    test(`${name} breaks no rule of WCAG 2.2 AA at the ${width}`, async () => {
      const broken = await open(name, { viewport }, brokenRules);
      assert.deepEqual(broken, []);
    });
  }

  test(`${name} is valid HTML`, async () => {
    const found = await invalid(fs.readFileSync(path.join(folder, name), 'utf8'));
    assert.deepEqual(found, []);
  });

  test(`${name} needs no sideways scrolling at 320 pixels, nor with wide spacing`, async () => {
    await open(name, { viewport: { width: 320, height: 640 } }, async (page) => {
      assert.ok(await overflow(page) <= 0);
      // WCAG 1.4.12
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; ' +
          'word-spacing: .16em !important } p { margin-bottom: 2em !important }');
        document.adoptedStyleSheets = [sheet];
      });
      assert.ok(await overflow(page) <= 0, 'with wide spacing');
    });
  });

  test(`${name} shows where the keyboard is, at every stop`, async () => {
    await open(name, { viewport: widths.desk }, async (page) => {
      assert.deepEqual(await stopsInTrouble(page), []);
    });
  });

  test(`${name} can be read and used without script`, async () => {
    await open(name, { viewport: widths.telephone, javaScriptEnabled: false }, async (page) => {
      assert.ok(await page.locator('.govuk-service-navigation__link').first().isVisible());
      assert.equal(await page.locator('button:not([type="submit"])').filter({ visible: true })
        .count(), 0, 'no button that would do nothing');
    });
  });
}

for (const [width, viewport] of Object.entries(widths)) {
  test(`the answer and the number are seen without scrolling at the ${width}`, async () => {
    const seen = await open('desk-yes.html', { viewport }, (page) => page.evaluate(() => ({
      bottom: document.querySelector('.heed-contact__number').getBoundingClientRect().bottom,
      focused: document.activeElement.id,
      lines: [...document.querySelectorAll('a[href^="tel:"]')]
        .map((link) => link.getClientRects().length),
    })));
    assert.ok(seen.bottom < viewport.height, `the number ends at ${seen.bottom}`);
    assert.equal(seen.focused, 'answer', 'the answer is read out first');
    assert.ok(seen.lines.every((count) => count === 1), 'no number breaks over two lines');
  });
}

test('the answer is read from two metres', async () => {
  const sizes = [];
  for (const name of ['desk-yes.html', 'desk-no.html'])
    sizes.push(await open(name, { viewport: widths.desk }, (page) => page.evaluate(() =>
      parseFloat(getComputedStyle(document.querySelector('.heed-answer__sentence')).fontSize))));
  // Capitals of 0.72 em: at 96 pixels an inch 8 mm, 14 minutes of arc from two metres.
  assert.ok(sizes.every((size) => size >= 42), sizes.join());
});

test('the empty desk waits for the question', async () => {
  const focused = await open('desk-before.html', { viewport: widths.desk }, (page) =>
    page.evaluate(() => document.activeElement.name));
  assert.equal(focused, 'q');
});

test('the answers are told apart without colour', async () => {
  const heads = await open('desk-other.html', { viewport: widths.desk, forcedColors: 'active' },
    (page) => page.evaluate(() => [...document.querySelectorAll('.heed-answer')].map((card) => {
      const head = getComputedStyle(card.querySelector('.heed-answer__head'));
      return [head.borderBottomStyle, getComputedStyle(card).borderLeftWidth,
        getComputedStyle(card, '::before').content !== 'none'].join();
    })));
  assert.equal(new Set(heads).size, heads.length, heads.join('; '));
});

test('a list is printed on paper, without what only a screen can do', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site.address + 'list.html');
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['.heed-filter', '.govuk-service-navigation', '.heed-user', '.heed-footer'])
    assert.ok(!(await page.locator(gone).first().isVisible()), gone);
  assert.equal(await page.locator('thead').first().evaluate((head) =>
    getComputedStyle(head).display), 'table-header-group');
  const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true });
  assert.ok(pdf.length > 10_000);
  await context.close();
});

test('a control on a tinted panel has an edge that is seen', async () => {
  const ratio = await open('list.html', { viewport: widths.desk }, (page) => page.evaluate(() => {
    const light = (colour) => {
      const [r, g, b] = colour.match(/[\d.]+/g).map(Number).map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const panel = document.querySelector('.heed-filter');
    const a = light(getComputedStyle(panel).backgroundColor);
    return Math.min(...[...panel.querySelectorAll('button, input, select')].map((control) => {
      const b = light(getComputedStyle(control).borderTopColor);
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }));
  }));
  assert.ok(ratio >= 3, `${ratio.toFixed(2)} to 1`);
});

test('assets hold nothing that belongs to GOV.UK, and are light', async () => {
  const { gzipSync } = await import('node:zlib');
  const [css, js] = ['heed.css', 'heed.js'].map((name) =>
    fs.readFileSync(path.join(root, 'assets', name)));
  assert.doesNotMatch(css.toString(), /GDS Transport|crown|crest|@font-face|@import/i);
  assert.doesNotMatch(css.toString(), /url\((?!data:)/, 'no further request');
  assert.doesNotMatch(js.toString(), /\beval\(|new Function\(/);
  assert.ok(gzipSync(js).length <= 10 * 1024, `script ${gzipSync(js).length}`);
  assert.ok(gzipSync(css).length <= 20 * 1024, `style ${gzipSync(css).length}`);
});

test('assets are what their source makes', async () => {
  const { spawnSync } = await import('node:child_process');
  const checked = spawnSync('node', ['assets/build.mjs', '--check'], { cwd: root });
  assert.equal(checked.status, 0, checked.stdout.toString() + checked.stderr.toString());
});
