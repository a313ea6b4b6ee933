// Somebody at a browser without script: opens pages, fills in the forms that stand on them and
// follows where they lead. Only what a page offers can be done.
import { createHmac } from 'node:crypto';
import http from 'node:http';
import { parse } from 'parse5';

const all = (node, wanted, found = []) => {
  if (wanted(node)) found.push(node);
  for (const child of node.childNodes ?? []) all(child, wanted, found);
  return found;
};
const named = (...names) => (node) => names.includes(node.nodeName);
const attribute = (node, name) => node.attrs?.find((one) => one.name === name)?.value;
const has = (node, name) => attribute(node, name) !== undefined;

const unseen = new Set(['script', 'style', 'template', 'head']);
const inline = new Set(['a', 'b', 'button', 'code', 'em', 'span', 'strong']);

function textOf(node) {
  if (node.nodeName === '#text') return node.value;
  if (unseen.has(node.nodeName)) return '';
  const inner = (node.childNodes ?? []).map(textOf).join('');
  return inline.has(node.nodeName) ? inner : ` ${inner} `;
}
const seen = (node) => textOf(node).replace(/\s+/g, ' ').trim();

/** What a control sends unless it is changed; nothing when it sends nothing. */
function sentBy(control) {
  const type = attribute(control, 'type');
  if (control.nodeName === 'textarea') return textOf(control).replace(/^\n/, '');
  if (control.nodeName === 'select') {
    const options = all(control, named('option'));
    const chosen = options.find((one) => has(one, 'selected')) ?? options[0];
    return chosen && (attribute(chosen, 'value') ?? seen(chosen));
  }
  if (type === 'checkbox' || type === 'radio')
    return has(control, 'checked') ? attribute(control, 'value') ?? 'on' : undefined;
  return attribute(control, 'value') ?? '';
}

class Form {
  #labels;

  constructor(node, page) {
    this.#labels = new Map(all(page.document, named('label'))
      .map((label) => [seen(label), attribute(label, 'for')]));
    this.action = attribute(node, 'action') || page.path;
    this.method = (attribute(node, 'method') ?? 'get').toUpperCase();
    this.buttons = all(node, named('button')).map(seen);
    this.controls = all(node, named('input', 'select', 'textarea'))
      .filter((one) => has(one, 'name') && !has(one, 'disabled'));
  }

  /** The control of that name, or with that label. */
  control(name) {
    const found = this.controls.find((one) => attribute(one, 'name') === name) ??
      this.controls.find((one) => attribute(one, 'id') === this.#labels.get(name));
    if (!found) throw new Error(`the form has no field “${name}”: ${[...this.#labels.keys()]}`);
    return found;
  }

  /** Fields as they stand, changed by `changes`: by name or label; of a choice, value or words. */
  filled(changes) {
    const fields = {};
    for (const [name, words] of Object.entries(changes)) {
      const control = this.control(name);
      const option = all(control, named('option')).find((one) => seen(one) === words);
      fields[attribute(control, 'name')] = option ? attribute(option, 'value') : words;
    }
    const sent = new URLSearchParams();
    for (const control of this.controls) {
      const name = attribute(control, 'name');
      const value = sentBy(control);
      if (!(name in fields) && value !== undefined) sent.append(name, value);
    }
    for (const [name, value] of Object.entries(fields)) sent.append(name, value);
    return sent;
  }
}

export class Page {
  constructor(status, path, html) {
    Object.assign(this, { status, path, html });
    this.document = parse(html);
  }
  get title() { return seen(all(this.document, named('title'))[0]); }
  get text() { return seen(this.document); }
  get main() { return seen(all(this.document, named('main'))[0] ?? this.document); }
  get forms() { return all(this.document, named('form')).map((node) => new Form(node, this)); }
  get rows() {
    return all(this.document, named('tr')).map((row) => all(row, named('td', 'th')).map(seen));
  }
  /** Where a link leads. */
  link(words) {
    const found = all(this.document, named('a')).find((one) => seen(one).includes(words));
    if (!found) throw new Error(`there is no link “${words}” on ${this.path}`);
    return attribute(found, 'href');
  }
  form(button) {
    const having = (match) => this.forms.find((one) => one.buttons.some(match));
    const found = having((words) => words === button) ?? having((words) => words.includes(button));
    if (!found) throw new Error(`there is no button “${button}” on ${this.path}: ${this.main}`);
    return found;
  }
}

export class Visitor {
  #cookies = new Map();

  constructor(address) { this.address = address; }

  async open(path) { return this.#go('GET', path); }

  /** Presses a button of the page that is open, its form filled in. */
  async press(button, fields = {}) {
    const form = this.page.form(button);
    const sent = form.filled(fields).toString();
    if (form.method === 'POST') return this.#go('POST', form.action, sent);
    return this.#go('GET', `${form.action.split('?')[0]}?${sent}`);
  }

  async follow(words) { return this.#go('GET', this.page.link(words)); }

  async #go(method, path, body) {
    let answer = await this.#send(method, path, body);
    for (let hops = 0; [302, 303].includes(answer.status) && hops < 10; hops += 1) {
      path = answer.headers.location;
      answer = await this.#send('GET', path);
    }
    this.page = new Page(answer.status, path, answer.text);
    return this.page;
  }

  #send(method, path, body) {
    const headers = {
      'sec-fetch-site': 'same-origin',
      ...(this.#cookies.size
        ? { cookie: [...this.#cookies].map((pair) => pair.join('=')).join('; ') } : {}),
      ...(body === undefined ? {} : {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
      }),
    };
    return new Promise((resolve, reject) => {
      const request = http.request(new URL(path, this.address), { method, headers, agent: false });
      request.on('error', reject).on('response', (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part) => { text += part; });
        response.on('end', () => {
          for (const line of response.headers['set-cookie'] ?? []) this.#keep(line);
          resolve({ status: response.statusCode, headers: response.headers, text });
        });
      });
      request.end(body);
    });
  }

  #keep(line) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
    if (value) this.#cookies.set(name, value);
    else this.#cookies.delete(name);
  }

  /** The first sign-in: the one-time password, a new one, and a telephone as second factor. */
  async signInFirst(user, oneTime, password) {
    await this.open('/sign-in');
    await this.press('Sign in', { user_name: user, password: oneTime });
    await this.press('Save password', { password });
    if (this.page.path.startsWith('/account/second-factor'))
      await this.press('Continue', { code: codeNow(keyShown(this.page.main)) });
    return this.page;
  }
}

/** The key of a second factor as the page shows it: groups of letters and figures. */
export function keyShown(text) {
  const key = /\b(?:[A-Z2-7]{4} ){3,}[A-Z2-7]{1,4}\b/.exec(text)?.[0];
  if (!key) throw new Error('the page shows no key');
  return key.replaceAll(' ', '');
}

/** RFC 6238: what a telephone shows for the key at a moment. */
export function codeNow(key, at = Date.now()) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...key]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30000)));
  const digest = createHmac('sha1', bytes).update(counter).digest();
  const code = digest.readUInt32BE(digest.at(-1) & 15) & 0x7fffffff;
  return String(code % 1_000_000).padStart(6, '0');
}
