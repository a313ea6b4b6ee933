// A command and a form are killed where they stand, again and again, and sent again with their key.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import { engines, heed, must, program, Serving, temporaryFolder } from '../support/program.mjs';

const rounds = 12;
const pause = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

async function administrator(record) {
  await must(record.url, ['init', '--authority', 'Northmere Council', '--admin', 'amy']);
  return must(record.url,
    ['user', 'add', 'adam', '--name', 'Adam Root', '--role', 'administrator', '--token']);
}

/** Starts the command and kills it after so many milliseconds: before, in or after its commit. */
async function killed(record, as, args, after) {
  const child = spawn(program, ['--database', record.url, '--json', '--as', as.user, ...args],
    { env: { ...process.env, HEED_TOKEN: as.token }, stdio: 'ignore' });
  const ended = new Promise((done) => { child.on('close', done); });
  await pause(after);
  child.kill('SIGKILL');
  await ended;
}

for (const [name, engine] of Object.entries(engines))
  test(`${name}: a command that was killed is carried out once and gives its first answer`,
    async () => {
      const record = await engine.empty(temporaryFolder());
      try {
        const as = await administrator(record);
        for (let round = 0; round < rounds; ++round) {
          const args = ['user', 'add', `user${round}`, '--name', 'Una Bell', '--role', 'analyst',
            '--key', `round-${round}`];
          await killed(record, as, args, 15 + round * 10);
          const first = await must(record.url, args, { as });
          assert.deepEqual(await must(record.url, args, { as }), first);
          const other = await heed(record.url,
            args.map((it) => (it === 'Una Bell' ? 'Una Dale' : it)), { as });
          assert.equal(other.code, 1);
          assert.equal(other.json.refused, 'key_used_for_another');
        }
        assert.equal((await must(record.url, ['verify'])).verifies, true);
      } finally {
        await record.drop();
      }
    });

test('an enquiry whose server was killed after its commit gives the receipt of then', async () => {
  const record = await engines.SQLite.empty(temporaryFolder());
  const as = await must(record.url, ['init', '--authority', 'Northmere Council', '--admin', 'amy'])
    .then(() => must(record.url,
      ['user', 'add', 'nia', '--name', 'Nia Bell', '--role', 'duty_worker', '--token']));
  const asked = {
    caller: { name: 'Mr Lowe', job: 'caretaker', agency: 'Hill School',
      called_back: '01632 960410' },
    reason: 'hungry', about: { name: 'Mary Tansley', born: null, age: null, sex: null,
      address: null, postcode: null, identifier: null }, child_id: null,
  };
  const receipts = new Set();
  for (let round = 0; round < 4; ++round) {
    const server = await Serving.start(record.url);
    const { json } = await server.ask(as.token, asked, 'the-call');
    receipts.add(json.receipt);
    await server.kill();
  }
  assert.equal(receipts.size, 1);
  assert.equal((await must(record.url, ['verify'])).verifies, true);
});
