// A feed of the children's index whose import is killed, at whatever moment: the same file goes on,
// and ends as if nothing had happened.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { engines, heed, must, program, temporaryFolder } from '../support/program.mjs';

const rows = 12_000;
const letters = 'bcdfghklmnprstvw';

/** A name for a number, like no other's. */
function name(number) {
  let text = '';
  for (let rest = number + 300; rest > 0; rest = Math.floor(rest / 16))
    text += letters[rest % 16] + 'aeiou'[rest % 5];
  return text[0].toUpperCase() + text.slice(1);
}

function writeFeed(file) {
  const lines = ['id,forename,surname,dob,dob_kind'];
  for (let i = 0; i < rows; i += 1) {
    const year = 2009 + (i % 16);
    lines.push(`k${i},${name(i * 7)},${name(i * 13 + 5)},${year}-0${1 + (i % 9)}-1${i % 10},D`);
  }
  lines[6000] = 'k5999,Ann,Lee,31/02/2010,D'; // held
  fs.writeFileSync(file, lines.join('\n'));
}

async function recordOn(engine, folder) {
  const record = await engine.empty(folder);
  const admin = ['init', '--authority', 'Northmere Council', '--admin', 'amy'];
  await must(record.url, admin);
  const manager = await must(record.url, ['user', 'add', 'dora', '--name', 'Dora Reed', '--role',
    'designated_manager', '--token']);
  return { record, manager };
}

/** Begins an import, and kills it when it has said that it has gone some way. */
function killed(url, file, manager) {
  return new Promise((resolve) => {
    const child = spawn(program,
      ['--database', url, '--as', manager.user, 'import', 'children', file],
      { env: { ...process.env, HEED_TOKEN: manager.token } });
    child.stderr.on('data', (text) => {
      if (/ rows \(/.test(text)) child.kill('SIGKILL');
    });
    child.on('close', (code) => resolve(code));
  });
}

for (const [title, engine] of Object.entries(engines)) {
  test(`an import that is killed goes on where it stopped, on ${title}`, async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'feed.csv');
    writeFeed(file);
    const { record, manager } = await recordOn(engine, folder);
    try {
      assert.equal(await killed(record.url, file, manager), null, 'it was not killed');
      assert.equal((await heed(record.url, ['verify'])).code, 0, 'what is there is proved');
      const on = await must(record.url, ['import', 'children', file], { as: manager });
      assert.ok(on.resumed_after_line >= 5000, 'it began anew');
      assert.deepEqual([on.rows, on.held, on.children], [rows, 1, rows - 1]);
      const again = await must(record.url, ['import', 'children', file], { as: manager });
      assert.deepEqual([again.same, again.already_there, again.held], [rows - 1, rows - 1, 1]);
      assert.equal((await heed(record.url, ['verify'])).code, 0, 'all of it is proved');
    } finally {
      await record.drop?.();
    }
  });
}
