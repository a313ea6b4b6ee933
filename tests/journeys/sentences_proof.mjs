// What proves it afterwards: the ledger, copies, and a repeat after the power went.
import assert from 'node:assert/strict';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { engines, must } from '../support/program.mjs';

const verifying = { 'it is whole': 0, 'it does not verify': 4 };

async function findings(world) {
  const { json } = await world.heed(['verify']);
  return json.findings.map(({ sentence }) => sentence).join(' ');
}

async function askAll(world, name, callers) {
  const server = await world.server();
  const { token } = world.who(name);
  return Promise.all(callers.map(async ({ key, asked }) => {
    try {
      const { status, json } = await server.ask(token, asked, key);
      return status === 200 ? json.receipt : undefined;
    } catch {
      return undefined; // the server was killed before it answered
    }
  }));
}

function theLedger({ when, then }) {
  then('when the ledger is verified {state:it is whole|it does not verify}',
    async (world, { state }) => {
      await world.stopServer();
      const { code, err } = await world.heed(['verify']);
      assert.equal(code, verifying[state], `${err} ${await findings(world)}`);
    });
  then('it says {words:text}', async (world, { words }) => {
    const said = await findings(world);
    assert.ok(said.includes(words), said);
  });
  when('somebody with the database changes {from:text} to {to:text} behind everyone’s back',
    async (world, { from, to }) => {
      await world.stopServer();
      await world.record.alter(from, to);
    });
}

function copies({ when, then }) {
  when('the record is copied, and the copy restored into the other engine', async (world) => {
    const copy = path.join(world.folder, 'copy.heed');
    await must(world.record.url, ['backup', copy]);
    const other = world.record.name === 'SQLite' ? 'PostgreSQL' : 'SQLite';
    world.was = (await world.heed(['verify'])).json;
    await world.moveTo(engines[other]);
    await must(world.record.url, ['restore', copy]);
  });
  then('the ledger has {change:the same head|another head}', async (world, { change }) => {
    const { json } = await world.heed(['verify']);
    assert.equal(json.head.hash === world.was.head.hash, change === 'the same head');
  });
}

function theKill({ when, then }) {
  when('{count:number} callers are being answered for {who:name}, each with a key, when the ' +
    'server is killed', async (world, { count, who }) => {
    world.callers = Array.from({ length: count }, (_, at) => ({
      key: `call-${at}`,
      asked: {
        caller: { ...world.caller, name: `Caller ${at}` }, reason: world.reason, child_id: null,
        about: { name: `Nobody Number${at}`, born: null, age: null, sex: null, address: null,
          postcode: null, identifier: null },
      },
    }));
    const first = askAll(world, who, world.callers.slice(0, 2));
    await first; // at least some were acknowledged
    const rest = askAll(world, who, world.callers.slice(2));
    await sleep(15);
    await world.killServer();
    world.receipts = [...await first, ...await rest];
  });
  when('the server runs again, and {who:name} sends each again with the same key',
    async (world, { who }) => {
      const again = [];
      for (const caller of world.callers) again.push(...await askAll(world, who, [caller]));
      assert.ok(again.every(Boolean), `not all were answered: ${again}`);
      world.again = again;
    });
  then('everybody who had an answer has {which:the same receipt|another receipt} again',
    ({ receipts, again }, { which }) => receipts.forEach((receipt, at) => {
      if (receipt) assert.equal(receipt === again[at], which === 'the same receipt');
    }));
  then('{who:name} finds {count:number} enquiries of today', async (world, { who, count }) => {
    const visitor = await world.visitor(who);
    const page = await visitor.open('/enquiries');
    assert.ok(page.text.includes(` ${count} enquiries `), page.main.slice(0, 400));
  }, [{ count: -1 }]);
}

export function proofSentences(vocabulary) {
  theLedger(vocabulary);
  copies(vocabulary);
  theKill(vocabulary);
}
