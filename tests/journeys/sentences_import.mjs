// The council's register goes in, and the list that comes of it.
import assert from 'node:assert/strict';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../support/program.mjs';

const registerOf2008 = path.join(root, 'tests/data/register/register.csv');

async function bringIn(world, name, args) {
  const { code, json } = await world.heed(['import', 'register', registerOf2008, ...args],
    { as: world.who(name) });
  world.report = code === 0 ? json : undefined;
  world.refused = code === 1 ? json : undefined;
  assert.ok(code <= 1, `import: ${code}`);
}

async function listed(world, { who, on, known }) {
  const { code, json, err } = await world.heed(['list', '--format', 'json',
    ...(on ? ['--on', on] : []), ...(known ? ['--as-known-at', known] : [])],
  { as: world.who(who) });
  assert.equal(code, 0, err);
  return json.children;
}

export function importSentences({ when, then }) {
  when('{who:name} tries the register of 31 March 2008, as a dry run', (world, { who }) =>
    bringIn(world, who, ['--dry-run']));
  when('{who:name} brings the register of 31 March 2008 in[ once more]', (world, { who }) =>
    bringIn(world, who, []));
  then('of {rows:number} rows {accepted:number} are accepted, {questions:number} with questions, ' +
    '{held:number} held, {there:number} already there', ({ report }, said) => {
    assert.ok(report, 'nothing was brought in');
    assert.deepEqual(
      [report.rows, report.accepted, report.questions, report.held, report.already_there],
      [said.rows, said.accepted, said.questions, said.held, said.there]);
  });
  then('they are {children:number} children, {open:number} plans open and {ended:number} ended',
    ({ report }, said) => assert.deepEqual(
      [report.children, report.plans_open, report.plans_ended],
      [said.children, said.open, said.ended]));
  when('{who:name} brings a feed in with {forename:text} {surname:text}, number {id:text}, ' +
    'born {born:text}',
    async (world, { who, forename, surname, id, born }) => {
      const file = world.write('feed.tsv', ['id\tforename\tsurname\tdob\tdob_kind',
        `${id}\t${forename}\t${surname}\t${born}\tD`, 'c9\tNobody\tAt-all\t31/02/2010\tD']
        .join('\n'));
      const { code, json } = await world.heed(['import', 'children', file], { as: world.who(who) });
      assert.ok(code <= 1, `import: ${code}`);
      world.report = code === 0 ? json : undefined;
      world.refused = code === 1 ? json : undefined;
    });
  then('of the feed {fresh:number} are new, {same:number} the same and {held:number} held',
    ({ report }, said) => assert.deepEqual([report.new, report.same, report.held],
      [said.fresh, said.same, said.held]));
  when('a few seconds pass', () => sleep(6000));
  when('the time is noted', async (world) => {
    await sleep(1100);
    world.noted = new Date().toISOString().replace(/\.\d+Z/, 'Z');
    await sleep(1100);
  });
  then('the list of {who:name} on {on:day} has {count:number} children[, {child:name} among them]',
    async (world, { child, ...said }) => {
      const children = await listed(world, said);
      assert.equal(children.length, said.count);
      if (child) assert.ok(children.some(({ name }) => name === child), 'that child is not there');
    }, [{ count: -1 }]);
  then('as it was known at the time noted, the list of {who:name} on {on:day} has {count:number} ' +
    'children', async (world, said) =>
    assert.equal((await listed(world, { ...said, known: world.noted })).length, said.count),
  [{ count: -1 }]);
}
