// Another system looks for many: what docs/api.md promises of POST /api/v1/find.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { engines, must, Serving, temporaryFolder } from '../support/program.mjs';

const feed = [
  'id,forename,surname,sex,dob,dob_kind,town,postcode',
  'F1,Mary,Tansley,F,2003-03-14,D,Chatham,ME4 4TR',
  'F2,Josephine,Pratt,F,1999-06-09,D,Strood,ME2 2CC',
].join('\n');

async function find(serving, token, body) {
  const response = await fetch(`${serving.address}/api/v1/find`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return { status: response.status, json: await response.json() };
}

async function user(record, name, role) {
  return must(record.url, ['user', 'add', name, '--name', 'Una Bell', '--role', role, '--token']);
}

for (const [name, engine] of Object.entries(engines))
  test(`${name}: many are found over the API by whoever may`, async () => {
    const folder = temporaryFolder();
    const record = await engine.empty(folder);
    let serving;
    try {
      await must(record.url, ['init', '--authority', 'Northmere Council', '--admin', 'amy']);
      const manager = await user(record, 'dora', 'designated_manager');
      const analyst = await user(record, 'ana', 'analyst');
      const file = path.join(folder, 'feed.csv');
      fs.writeFileSync(file, `${feed}\n`);
      await must(record.url, ['import', 'children', file], { as: manager });
      serving = await Serving.start(record.url);

      const one = await find(serving, manager.token,
        { q: '17', forename: 'Marie', surname: 'Tansly', born: '2003-03' });
      assert.equal(one.status, 200);
      assert.deepEqual(Object.keys(one.json), ['q', 'hits', 'micros']);
      assert.equal(one.json.q, '17');
      assert.equal(one.json.hits[0].id, 'F1');
      assert.ok(one.json.hits[0].why.length > 0);

      const several = await find(serving, manager.token,
        { questions: [{ q: 'b', surname: 'Pratt', born: '1999' },
          { q: 'a', forename: 'Zebedee' }] });
      assert.deepEqual(several.json.found.map(({ q }) => q), ['b', 'a']);
      assert.equal(several.json.found[0].hits[0].id, 'F2');
      assert.deepEqual(several.json.found[1].hits, []);

      assert.equal((await find(serving, analyst.token, { forename: 'Mary' })).status, 403);
      assert.equal((await find(serving, 'nobody', { forename: 'Mary' })).status, 401);
      assert.equal((await find(serving, manager.token, { born: 'x' })).json.code, 'not_understood');
      const wrong = await find(serving, manager.token,
        { questions: [{ surname: 'Pratt' }, { q: '2', born: 'x' }] });
      assert.equal(wrong.status, 422);
      assert.match(wrong.json.detail, /questions\[1\]\.born/);
      const long = await find(serving, manager.token, { forename: 'x'.repeat(3_000_000) });
      assert.equal(long.status, 413);
      assert.ok(long.json.code, 'a problem document');
      const ledger = await must(record.url, ['verify']);
      assert.equal(ledger.verifies, true);
    } finally {
      await serving?.stop();
      await record.drop();
    }
  });
