// The program as its callers meet it: commands, a server, and a record on either engine. Whatever
// happens, nothing that was started here outlives the test.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const program = process.env.HEED_BINARY ?? path.join(root, 'build/debug/heed');

const running = new Set();
const folders = new Set();
process.on('exit', () => {
  running.forEach((child) => child.kill('SIGKILL'));
  folders.forEach((folder) => fs.rmSync(folder, { recursive: true, force: true }));
});

function start(command, args, options) {
  const child = spawn(command, args, options);
  running.add(child);
  child.ended = new Promise((ended) => child.on('close', (code) => {
    running.delete(child);
    ended(code);
  }));
  return child;
}

async function textOf(stream) {
  let text = '';
  for await (const part of stream.setEncoding('utf8')) text += part;
  return text;
}

/** Runs a command to its end: `{ code, out, err }`. `input` is what is typed. */
export async function run(command, args, { input = '', env = {} } = {}) {
  const child = start(command, args, { env: { ...process.env, ...env } });
  // A program that does not read what is typed closes that pipe.
  child.stdin.on('error', () => {}).end(input);
  const [out, err, code] = await Promise.all(
    [textOf(child.stdout), textOf(child.stderr), child.ended]);
  return { code, out, err };
}

/** `heed`, with `--json` unless told; gives `json` beside code, out and err. */
export async function heed(database, args, { as, words = false } = {}) {
  const ran = await run(program, [
    '--database', database, ...(words ? [] : ['--json']), ...(as ? ['--as', as.user] : []), ...args,
  ], { env: as ? { HEED_TOKEN: as.token } : {} });
  if (words) return ran;
  try {
    return { ...ran, json: JSON.parse(ran.out) };
  } catch {
    return { ...ran, json: undefined };
  }
}

/** As heed(), where anything but success is the test's own trouble. */
export async function must(database, args, how) {
  const ran = await heed(database, args, how);
  if (ran.code !== 0)
    throw new Error(`heed ${args.slice(0, 2).join(' ')}: ${ran.code} ${ran.err}${ran.out}`);
  return ran.json;
}

/** `heed serve` on a port of its own. */
export class Serving {
  /** On a port that is free, or at `listen`. */
  static async start(database, options = [], listen = '127.0.0.1:0') {
    const serving = new Serving();
    serving.child = start(program,
      ['--database', database, 'serve', '--listen', listen, ...options],
      { stdio: ['ignore', 'pipe', 'pipe'] });
    serving.said = [];
    const lines = createInterface({ input: serving.child.stderr });
    createInterface({ input: serving.child.stdout }).on('line', (line) => serving.said.push(line));
    await new Promise((ready, failed) => {
      lines.on('line', (line) => {
        serving.said.push(line);
        const address = /https?:\/\/\S*?:\d+/.exec(line)?.[0];
        if (address && !serving.address) {
          serving.address = address;
          ready();
        }
      });
      serving.child.ended.then(() =>
        failed(new Error(`heed did not serve: ${serving.said.join('\n')}`)));
    });
    return serving;
  }

  async end(signal) {
    this.child.kill(signal);
    return this.child.ended;
  }

  /** As at a power cut: nothing is finished. */
  kill() { return this.end('SIGKILL'); }

  /** Gives the exit code. */
  stop() { return this.end('SIGTERM'); }

  /** Asks an enquiry of the API: `{ status, json }`. */
  async ask(token, asked, key) {
    const response = await fetch(`${this.address}/api/v1/enquiries`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(key ? { 'idempotency-key': key } : {}),
      },
      body: JSON.stringify(asked),
    });
    return { status: response.status, json: await response.json() };
  }
}

/** A folder that is gone when the tests are. */
export function temporaryFolder() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-test-'));
  folders.add(folder);
  return folder;
}

let made = 0;

async function sql(url, text) {
  const ran = await run('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', url, '-c', text]);
  if (ran.code !== 0) throw new Error(`psql: ${ran.err}`);
}

const sqlite = {
  name: 'SQLite',
  async empty(folder) {
    const file = path.join(folder, `heed-${++made}.db`);
    return { name: 'SQLite', url: file, drop: async () => {}, alter: alterFile(file) };
  },
};

const postgres = {
  name: 'PostgreSQL',
  async empty() {
    const base = process.env.HEED_TEST_POSTGRES;
    if (!base) throw new Error('HEED_TEST_POSTGRES names no server');
    const schema = `journey_${process.pid}_${++made}`;
    await sql(base, `CREATE SCHEMA ${schema}`);
    const separator = base.includes('?') ? '&' : '?';
    const url = `${base}${separator}options=-csearch_path%3D${schema}`;
    return {
      name: 'PostgreSQL',
      url,
      drop: () => sql(base, `DROP SCHEMA ${schema} CASCADE`),
      alter: (from, to) => sql(url, alterTables(schema, from, to)),
    };
  },
};

/** The engines there are to test on; PostgreSQL's absence is for the caller to call a failure. */
export const engines = { SQLite: sqlite, PostgreSQL: postgres };

// Somebody with the file and an editor: the same length, so that the file stays a database.
function alterFile(file) {
  return async (from, to) => {
    if (Buffer.byteLength(from) !== Buffer.byteLength(to))
      throw new Error(`“${from}” and “${to}” must be equally long`);
    const bytes = fs.readFileSync(file);
    let found = 0;
    for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) {
      bytes.write(to, at);
      found += 1;
    }
    if (!found) throw new Error(`“${from}” is not in the file`);
    fs.writeFileSync(file, bytes);
  };
}

// Somebody who owns the database: every text that holds the words, past every trigger.
const alterTables = (schema, from, to) => `
  SET session_replication_role = replica;
  DO $$ DECLARE place record; BEGIN
    FOR place IN SELECT table_name, column_name FROM information_schema.columns
      WHERE table_schema = '${schema}' AND data_type IN ('text', 'character varying') LOOP
      EXECUTE format('UPDATE ${schema}.%I SET %I = replace(%I, %L, %L) WHERE strpos(%I, %L) > 0',
        place.table_name, place.column_name, place.column_name, '${from}', '${to}',
        place.column_name, '${from}');
    END LOOP;
  END $$;`;
