// Heed as its callers meet it: enquiries over HTTP, one receipt for each that was acknowledged.
import { execFileSync } from 'node:child_process';
import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';
import { start } from './children.mjs';

const program = process.env.HEED_BINARY;

const heed = (database, ...options) =>
  JSON.parse(execFileSync(program, ['--database', database, '--json', ...options],
    { stdio: ['ignore', 'pipe', 'pipe'] }));

/** Makes an empty record at `database` and gives the token of somebody who may enquire. */
export function found(database) {
  heed(database, 'init', '--authority', 'Testing Authority');
  return heed(database, 'user', 'add', 'duty', '--name', 'Duty worker', '--role', 'duty_worker',
    '--token').token;
}

/** What `heed verify` finds wrong, or an empty text. */
export function wrongWith(database) {
  try {
    heed(database, 'verify');
    return '';
  } catch (error) {
    return String(error.stdout || error.stderr || error);
  }
}

const enquiry = (key) => JSON.stringify({
  caller: { name: 'Sister Dale', job: 'Ward sister', agency: 'General Hospital',
    called_back: '01632 960001' },
  reason: 'Bruising, attending now',
  about: { name: `Marie Harwood ${key}`, born: '2019', age: null, sex: null, address: null,
    postcode: null, identifier: null },
  child_id: null,
});

export class Server {
  #agent = new Agent({ keepAlive: true });

  static async start({ database, options }, token) {
    const server = new Server();
    server.token = token;
    server.child = start(program,
      ['--database', database, 'serve', '--listen', '127.0.0.1:0', ...options],
      { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HEED_TEST_CONTROL: '1' } });
    server.port = await portOf(server.child);
    return server;
  }

  /** Asks under an idempotency key; gives the receipt, or null when no answer came. */
  ask(key) {
    const body = enquiry(key);
    return new Promise((resolve) => {
      const headers = { authorization: `Bearer ${this.token}`, 'idempotency-key': key,
        'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const asking = request({ host: '127.0.0.1', port: this.port, method: 'POST', headers,
        path: '/api/v1/enquiries', agent: this.#agent }, (response) => {
        let text = '';
        response.on('data', (part) => { text += part; });
        response.on('error', () => resolve(null));
        response.on('end', () => resolve(response.statusCode === 200 ? receiptIn(text) : null));
      });
      asking.on('error', () => resolve(null));
      asking.setTimeout(20000, () => asking.destroy());
      asking.end(body);
    });
  }

  async kill() {
    this.child.kill('SIGKILL');
    await this.child.ended;
    this.#agent.destroy();
  }
}

function receiptIn(text) {
  try {
    const { receipt, answer } = JSON.parse(text);
    return answer === 'could_not_check' ? null : receipt;
  } catch {
    return null;
  }
}

async function portOf(child) {
  const said = [];
  for await (const line of createInterface({ input: child.stderr })) {
    said.push(line);
    const port = /https?:\/\/[^\s]*:(\d+)/.exec(line)?.[1];
    if (port) {
      child.stderr.resume();
      return Number(port);
    }
  }
  throw new Error(`heed did not start: ${said.join('\n')}`);
}
