// The enquiry desk as a duty worker uses it, with one hand on the telephone.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { widths } from '../support/looking.mjs';
import { ask, caller, picture, Site } from './site.mjs';

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());
afterEach(() => site.settle());

const sentence = (page) => page.locator('.heed-answer__sentence').textContent();

/** Types, and counts: { keys: all, control: those that are not letters of what is said }. */
class Keyboard {
  keys = 0;
  control = 0;
  constructor(page) { this.page = page; }
  async type(words) {
    await this.page.keyboard.type(words);
    this.keys += words.length;
  }
  async press(key) {
    await this.page.keyboard.press(key);
    this.keys += 1;
    this.control += 1;
  }
}

test('a misspelt name is asked about by keyboard only, and answered truly', async () => {
  const page = await site.as('sam');
  await page.addInitScript(() => {
    const moved = () => sessionStorage.setItem('moved', 'yes');
    addEventListener('pointermove', moved);
    addEventListener('pointerdown', moved);
  });
  await page.goto('/');
  await page.waitForURL('**/enquiries/new');
  const keyboard = new Keyboard(page);
  await keyboard.type('marry tanslee 2019');
  const about = keyboard.keys;
  for (const field of ['caller', 'job', 'agency', 'called_back', 'reason']) {
    await keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.name), field);
    await keyboard.type(caller[field]);
  }
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await page.waitForURL(/asked=1/);
  assert.equal(await sentence(page), 'Yes, subject to a child protection plan.');
  assert.match(await page.locator('.heed-contact').textContent(), /Priya Shah\s*01632 960142/);
  assert.equal(await page.evaluate(() => sessionStorage.getItem('moved')), null, 'no pointer');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'answer', 'read out first');
  assert.ok(about <= 25, `${about} keys for whom it is about`);
  assert.equal(keyboard.control, 7, 'a Tab to each field and to the button, and Enter');
  console.log(`# keys: ${about} for the child, ${keyboard.keys} with caller and reason`);
});

test('all that is missing is said at once, each with a way to its box', async () => {
  const page = await site.as('sam');
  await page.goto('/enquiries/new');
  await page.getByRole('button', { name: 'Ask and record' }).click();
  const errors = page.locator('.govuk-error-summary__list a');
  assert.deepEqual(await errors.allTextContents(), [
    'Say which child: a name, a date of birth, a postcode or a number.',
    'Enter the caller\'s name.', 'Enter the caller\'s agency.',
    'Enter the number you rang the caller back on.',
    'Say why the caller asks: what has happened.']);
  const boxes = ['typed', 'caller', 'agency', 'called_back', 'reason'];
  for (const [at, box] of boxes.entries()) {
    await errors.nth(at).click();
    assert.equal(await page.evaluate(() => document.activeElement.name), box);
    assert.equal(await page.locator(`#${box}-error`).count(), 1, box);
  }
});

test('a number that nobody can be rung on gives no answer', async () => {
  const page = await site.as('dora'); // what is half typed is kept, and would stand at sam's desk
  for (const number of ['abc', 'no', '204']) {
    await page.goto('/enquiries/new');
    await page.locator('#typed').fill('mary tansly 2019');
    for (const field of ['caller', 'job', 'agency', 'reason'])
      await page.locator(`#${field}`).fill(caller[field]);
    await page.locator('#called_back').fill(number);
    await page.getByRole('button', { name: 'Ask and record' }).click();
    assert.match(await page.locator('#called_back-error').textContent(), /area code/);
    assert.doesNotMatch(await page.locator('main').textContent(), /Yes, subject/);
  }
});

test('the desk with its button is one screen of 720', async () => {
  const page = await site.as('sam', { viewport: widths.desk });
  await page.goto('/enquiries/new');
  const box = await page.getByRole('button', { name: 'Ask and record' }).boundingBox();
  assert.ok(box.y + box.height <= 720, `the button ends at ${box.y + box.height}`);
});

test('the key worker of a brother on a plan is the one to ring', async () => {
  const page = await site.as('sam');
  await ask(page, 'cian o neill');
  assert.match(await page.locator('.heed-contact').textContent(),
    /Key worker of .*\(.*\)\s*.*\s*01632 9601\d\d/);
});

for (const [width, viewport] of Object.entries(widths)) {
  test(`answer and telephone are seen without scrolling at the ${width}`, async () => {
    const page = await site.as('sam', { viewport });
    await page.goto('/enquiries/new');
    await picture(page, `desk-${width}`);
    await ask(page, 'mary tansly 2019');
    for (const what of ['.heed-answer__sentence', '.heed-contact__number']) {
      const box = await page.locator(what).boundingBox();
      const scrolled = await page.evaluate(() => scrollY);
      assert.equal(scrolled, 0);
      assert.ok(box.y >= 0 && box.y + box.height <= viewport.height,
        `${what} ends at ${box.y + box.height} of ${viewport.height}`);
    }
    await picture(page, `answer-yes-${width}`);
    await ask(page, 'tobias quillfeather 2019');
    assert.match(await sentence(page), /Nobody like this is known/);
    await picture(page, `answer-no-${width}`);
    await ask(page, 'cian o neill');
    assert.match(await sentence(page), /another child/);
    await picture(page, `answer-household-${width}`);
    await ask(page, 'abdi mohamud');
    await picture(page, `answer-ended-${width}`);
    await ask(page, 'chloe marsh 2015');
    await picture(page, `answer-temporarily-${width}`);
  });
}

async function picksOfTwins(page) {
  await ask(page, 'hughes 3 castle view');
  assert.match(await sentence(page), /Which|more than one/i);
  const told = await page.locator('main').textContent();
  assert.doesNotMatch(told, /Tom Bell|960143|Plan since/, 'nothing of a plan before the pick');
  assert.match(told, /Ask for what tells them apart: the first name \((Ava or Eva|Eva or Ava)\)/);
}

test('between twins the worker picks, and only then is told', async () => {
  const page = await site.as('sam');
  await picksOfTwins(page);
  await picture(page, 'which-child-desk');
  await page.getByRole('row', { name: /Eva/ }).getByRole('button').click();
  await page.waitForURL(/asked=1/);
  assert.match(await page.locator('.heed-answer__about').textContent(), /Eva Hughes/);
  assert.match(await page.locator('.heed-contact').textContent(), /Tom Bell/);
});

test('the same without script: asked, picked and the concern recorded', async () => {
  const page = await site.as('sam', { javaScriptEnabled: false, viewport: widths.telephone });
  await picksOfTwins(page);
  await picture(page, 'which-child-telephone');
  await page.getByRole('row', { name: /Ava/ }).getByRole('button').click();
  assert.match(await page.locator('.heed-answer__about').textContent(), /Ava Hughes/);
  await page.fill('#concern', 'Seen alone at the bus station at nine.');
  await page.getByRole('button', { name: 'Save the concern' }).click();
  assert.match(await page.locator('main').textContent(), /bus station at nine\..*Sam Okoro/s);
});

test('what is missing is said beside its field, and nothing typed is lost', async () => {
  const page = await site.as('sam');
  await page.goto('/enquiries/new');
  await page.fill('#typed', 'mary tansly');
  await page.fill('#reason', 'Bruising');
  await page.getByRole('button', { name: 'Ask and record' }).click();
  await page.locator('.govuk-error-summary').waitFor();
  assert.match(await page.locator('.govuk-error-summary').textContent(), /Enter the caller's name/);
  const link = page.locator('.govuk-error-summary a').first();
  await link.click();
  assert.ok(await page.evaluate(() => document.activeElement.matches('input')),
    'the link leads to a field');
  assert.equal(await page.inputValue('#typed'), 'mary tansly');
  assert.equal(await page.inputValue('#reason'), 'Bruising');
  await picture(page, 'desk-refused-desk');
});

test('half-typed words survive the server and the tab being killed', async () => {
  const page = await site.as('noor');
  await page.goto('/enquiries/new');
  await page.locator('#typed').pressSequentially('mary tansly, about six');
  await page.locator('#reason').pressSequentially('The neighbour heard');
  await page.getByText(/^Draft kept at/).waitFor();
  await page.waitForTimeout(600);
  await site.killAndServeAgain();
  await page.context().close({ runBeforeUnload: false });
  const again = await site.as('noor');
  await again.goto('/enquiries/new');
  assert.equal(await again.inputValue('#typed'), 'mary tansly, about six');
  assert.equal(await again.inputValue('#reason'), 'The neighbour heard');
  assert.match(await again.locator('main').textContent(), /What you had typed was kept at/);
  await picture(again, 'desk-draft-desk');
});

test('a draft of one is nobody else’s', async () => {
  const page = await site.as('noor');
  await page.goto('/enquiries/new');
  assert.equal(await page.inputValue('#reason'), 'The neighbour heard');
  const other = await site.as('sam');
  await other.goto('/enquiries/new');
  assert.equal(await other.inputValue('#reason'), '');
});
