// What comes from the command line and cannot be kept, or put back, leaves nothing behind.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { engines, heed, must, program, run, temporaryFolder } from '../support/program.mjs';

for (const [name, engine] of Object.entries(engines))
  test(`${name}: an argument that is no text is not taken`, async () => {
    const record = await engine.empty(temporaryFolder());
    try {
      await must(record.url, ['init', '--authority', 'Northmere Council', '--admin', 'amy']);
      const call = `"$0" --database "$1" user add adam --name "$(printf 'A\\377b')" --role analyst`;
      const taken = await run('bash', ['-c', call, program, record.url]);
      assert.equal(taken.code, 2);
      assert.match(taken.err, /is not UTF-8 text/);
      assert.equal((await must(record.url, ['verify'])).verifies, true);
    } finally {
      await record.drop();
    }
  });

test('a backup that cannot be put back leaves no database', async () => {
  const folder = temporaryFolder();
  const target = path.join(folder, 'target.db');
  const junk = path.join(folder, 'junk');
  fs.writeFileSync(junk, 'no backup at all');
  const missing = await heed(target, ['restore', path.join(folder, 'missing')]);
  assert.equal(missing.code, 1);
  assert.equal(missing.json.refused, 'no_such_file');
  assert.notEqual((await heed(target, ['restore', junk])).code, 0);
  assert.equal(fs.existsSync(target), false);
});

test('a command that there is not is named', async () => {
  const called = await run(program, ['nosuch']);
  assert.equal(called.code, 2);
  assert.match(called.err, /there is no command 'nosuch'/);
});

test('an age that is none is refused with its range', async () => {
  const url = path.join(temporaryFolder(), 'heed.db');
  await must(url, ['init', '--authority', 'Northmere Council', '--admin', 'amy']);
  const nia = await must(url,
    ['user', 'add', 'nia', '--name', 'Nia Bell', '--role', 'duty_worker', '--token']);
  const call = ['ask', '--caller', 'Ann Dale', '--agency', 'General Hospital', '--called-back',
    '01632 960400', '--reason', 'Bruising', '--name', 'Mary Harwood'];
  for (const age of ['400', '-1', '7.5', '99999999999', 'seven']) {
    const refused = await heed(url, [...call, `--age=${age}`], { as: nia });
    assert.equal(refused.code, 1);
    assert.equal(refused.json.refused, 'not_understood');
    assert.match(refused.json.sentence, /age must be a whole number of years from 0 to 120/);
  }
});

test('the day of the list is written as people or programs write it', async () => {
  const url = path.join(temporaryFolder(), 'heed.db');
  await must(url, ['init', '--authority', 'Northmere Council', '--admin', 'amy']);
  const dora = await must(url,
    ['user', 'add', 'dora', '--name', 'Dora Quill', '--role', 'designated_manager', '--token']);
  for (const on of ['1/4/2008', '2008-04-01', '1 April 2008', '01.04.08'])
    assert.equal((await must(url, ['list', '--on', on], { as: dora })).on, '2008-04-01', on);
  for (const on of ['31/2/2008', 'soon', 'March 2008']) {
    const refused = await heed(url, ['list', '--on', on], { as: dora });
    assert.equal(refused.code, 1);
    assert.equal(refused.json.refused, 'not_a_date');
    assert.match(refused.json.sentence, /^The day of the list is no date/);
  }
  const later = await heed(url, ['list', '--as-known-at', '2199-01-01'], { as: dora });
  assert.equal(later.json.refused, 'not_yet');
});
