// The real server with the demonstration authority, and people of it at a browser each.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root, Serving, temporaryFolder } from '../support/program.mjs';
import { launch, widths } from '../support/looking.mjs';

const password = 'northmere-demonstration';
const pictures = path.join(root, 'build/screenshots');

export class Site {
  #signedIn = new Map(); #complaints = []; #contexts = [];

  static async open({ options = ['--demo'] } = {}) {
    const site = new Site();
    site.options = options;
    site.database = path.join(temporaryFolder(), 'heed.db');
    site.browser = await launch();
    if (options.includes('--demo')) await site.serve();
    return site;
  }

  async serve() {
    this.serving = await Serving.start(this.database, this.options);
    this.address = this.serving.address;
  }

  /** As at a power cut; then the same record on the same address again. */
  async killAndServeAgain() {
    const { host } = new URL(this.address);
    await this.serving.kill();
    this.serving = await Serving.start(this.database, this.options, host);
  }

  /** A new browser window, of nobody. What the browser complains of fails the test at close(). */
  async window(options = {}) {
    const context = await this.browser.newContext({ viewport: widths.desk, baseURL: this.address,
      ...options });
    context.setDefaultTimeout(15_000);
    this.#contexts.push(context);
    context.on('page', (page) => this.#watch(page));
    return context.newPage();
  }

  #watch(page) {
    const complain = (words) => this.#complaints.push(`${new URL(page.url()).pathname}: ${words}`);
    page.on('console', (message) => {
      // A page that is refused or not there is an answer; Chromium calls it an error.
      const answer = message.location().url === page.url() &&
        /status of (403|404|422)/.test(message.text());
      if (message.type() === 'error' && !answer) complain(message.text());
    });
    page.on('pageerror', (error) => complain(String(error)));
  }

  /** A page of that user of the demonstration, signed in. */
  async as(user, options = {}) {
    if (!this.#signedIn.has(user)) {
      const page = await this.window();
      await page.goto('/sign-in');
      await page.fill('#user_name', user);
      await page.fill('#password', password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.waitForURL((url) => url.pathname !== '/sign-in');
      this.#signedIn.set(user, await page.context().storageState());
      await page.context().close();
    }
    return this.window({ storageState: this.#signedIn.get(user), ...options });
  }

  /** Closes the windows of one test, and fails when a browser complained. */
  async settle() {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
    assert.deepEqual(this.#complaints.splice(0), []);
  }

  async close() {
    await this.browser.close();
    await this.serving?.kill();
  }
}

/** A picture for people to look at, in build/screenshots. */
export async function picture(page, name) {
  fs.mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
}

/** A caller, in the fields of the desk. */
export const caller = {
  caller: 'Sister Dale', job: 'ward sister', agency: 'Northmere General Hospital',
  called_back: '01632 960400', reason: 'Bruising on both arms, attending now',
};

export async function ask(page, typed, said = caller) {
  await page.goto('/enquiries/new');
  await page.fill('#typed', typed);
  for (const [field, words] of Object.entries(said)) await page.fill(`#${field}`, words);
  await page.getByRole('button', { name: 'Ask and record' }).click();
  await page.waitForURL(/\/enquiries\/[0-9A-Z]{5}-/);
}
