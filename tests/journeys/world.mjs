// What a journey has at hand: a record, the people who work with it, what was said last.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { heed, must, Serving, temporaryFolder } from '../support/program.mjs';
import { Visitor } from '../support/visitor.mjs';

const headings = ['Register No', 'Surname', 'Forename(s)', 'DOB', 'Sex', 'Address', 'Postcode',
  'Category of registration', 'Date registered', 'Date of next review', 'Key worker',
  'Key worker telephone', 'Parent/Carer 1', 'Household no', 'Date de-registered'];

const field = (value) => `"${String(value ?? '').replaceAll('"', '""')}"`;

export class World {
  #engine; #server; #visitors = new Map(); #rows = []; #ended = [];

  folder = temporaryFolder();
  users = new Map();
  caller = {};
  /** What stands in the fields of the page until a button is pressed. */
  written = {};
  channel = 'on the command line';
  /** Every answer in the order given; the last is what a "then" is about. */
  answers = [];

  constructor(engine) { this.#engine = engine; }

  async found(authority) {
    this.record ??= await this.#engine.empty(this.folder);
    const made = await must(this.record.url, ['init', '--authority', authority, '--admin', 'amy']);
    this.users.set('the administrator', { user: 'amy', password: made.password });
  }

  async addUser(name, role) {
    const user = name.toLowerCase().replace(/[^a-z]+/g, '.');
    const added = await must(this.record.url,
      ['user', 'add', user, '--name', name, '--role', role, '--token']);
    this.users.set(name, { ...added, role });
  }

  who(name) {
    assert.ok(this.users.has(name), `the journey has not said who ${name} is`);
    return this.users.get(name);
  }

  /** A row of the council's register, brought in before the first "when". */
  register(row) { this.#rows.push(row); }

  async ready() {
    const rows = this.#rows.splice(0);
    if (!rows.length) return;
    const file = this.write('register.csv', [headings,
      ...rows.map((row, at) => headings.map((it) => row[it] ?? (it === 'Register No' ? at : '')))]
      .map((row) => row.map(field).join(',')).join('\n'));
    const manager = [...this.users.values()].find(({ role }) => role === 'designated_manager');
    await must(this.record.url, ['import', 'register', file], { as: manager });
  }

  write(name, text) {
    const file = path.join(this.folder, name);
    fs.writeFileSync(file, text);
    return file;
  }

  heed(args, how) { return heed(this.record.url, args, how); }

  async server() {
    this.#server ??= await Serving.start(this.record.url);
    return this.#server;
  }

  async killServer() {
    await this.#server.kill();
    this.#server = undefined;
  }

  async stopServer() {
    await this.#server?.stop();
    this.#server = undefined;
  }

  /** Somebody at the pages, signed in since they first needed to be. */
  async visitor(name) {
    const { address } = await this.server();
    if (!this.#visitors.has(name)) {
      const visitor = new Visitor(address);
      const { user, password } = this.who(name);
      const page = await visitor.signInFirst(user, password, 'four plain words together');
      assert.equal(page.status, 200, `${name} could not sign in: ${page.main}`);
      this.#visitors.set(name, visitor);
    }
    const visitor = this.#visitors.get(name);
    visitor.address = address;
    return visitor;
  }

  /** From here on another record: its files and server are let go of when the journey ends. */
  async moveTo(engine) {
    await this.stopServer();
    this.#ended.push(this.record);
    this.record = await engine.empty(this.folder);
    this.#visitors.clear();
  }

  get told() {
    assert.ok(this.answers.length, 'nothing was asked yet');
    return this.answers.at(-1);
  }

  async end() {
    await this.stopServer();
    for (const record of [...this.#ended, this.record]) await record?.drop();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}
