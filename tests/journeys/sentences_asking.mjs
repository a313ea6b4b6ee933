// Somebody rings and asks about a child; what they are told, and who hears of it.
import assert from 'node:assert/strict';

const answers = {
  'subject to a plan': 'on_plan', 'here for a while on a plan of elsewhere': 'temporarily_here',
  'a plan ended lately': 'plan_ended_recently',
  'not on a plan, but another child of the household is': 'household_on_plan',
  'known, and on no plan': 'known_not_on_plan', 'nobody like this is known': 'not_found',
  'which child': 'which_child', 'it could not be checked': 'could_not_check',
};

const channels = 'on the command line|over the API|at the desk';

async function onTheCommandLine(world, person, asked) {
  const options = {
    caller: asked.caller.name, job: asked.caller.job, agency: asked.caller.agency,
    'called-back': asked.caller.called_back, reason: asked.reason, name: asked.about.name,
    born: asked.about.born, address: asked.about.address, child: asked.child_id,
  };
  const given = Object.entries(options).filter(([, value]) => value)
    .flatMap(([name, value]) => [`--${name}`, value]);
  const { code, json } = await world.heed(['ask', ...given], { as: person });
  return code === 0 ? { told: json } : { refused: json };
}

async function overTheApi(world, person, asked) {
  const { status, json } = await (await world.server()).ask(person.token, asked);
  if (status === 200) return { told: json };
  return { refused: { ...json, sentence: `${json.title} ${json.detail}` } };
}

const sayOf = (page) => /heed-answer__sentence[^>]*>([^<]*)</.exec(page.html)?.[1];

async function atTheDesk(world, person, asked, name) {
  const visitor = await world.visitor(name);
  await visitor.open('/enquiries/new');
  const page = await visitor.press('Ask and record', {
    typed: [asked.about.name, asked.about.born, asked.about.address].filter(Boolean).join(' '),
    caller: asked.caller.name ?? '', job: asked.caller.job ?? '',
    agency: asked.caller.agency ?? '', called_back: asked.caller.called_back ?? '',
    reason: asked.reason ?? '',
  });
  if (page.status !== 200) return { refused: { sentence: page.main } };
  return { told: { receipt: page.path.match(/enquiries\/([^?]*)/)[1], sentence: sayOf(page) } };
}

async function ask(world, name, how, asked) {
  const channel = { 'on the command line': onTheCommandLine, 'over the API': overTheApi,
    'at the desk': atTheDesk }[how];
  world.asked = { name, how, asked };
  const { told, refused } = await channel(world, world.who(name), asked, name);
  world.refused = refused;
  if (told) world.answers.push(told);
}

const about = { name: null, born: null, age: null, sex: null, address: null, postcode: null,
  identifier: null };

function whenSomebodyRings({ when }) {
  when('{caller:name}, {job:text} of the {agency:name}, rings[ again] and is rung back on ' +
    '{number:telephone}, because {reason:text}', (world, said) => {
    world.caller = { name: said.caller, job: said.job, agency: said.agency,
      called_back: said.number };
    world.reason = said.reason;
  });
  when('{caller:name}, {job:text} of the {agency:name}, rings, is rung back on ' +
    '{number:telephone}, and does not say why', (world, said) => {
    world.caller = { name: said.caller, job: said.job, agency: said.agency,
      called_back: said.number };
    world.reason = '';
  });
  when('{caller:name}, {job:text} of the {agency:name}, rings and is rung back on an extension',
    (world, said) => {
      world.caller = { name: said.caller, job: said.job, agency: said.agency, called_back: '204' };
      world.reason = 'bruises';
    });
  when('somebody rings who will not say who they are, because {reason:text}', (world, said) => {
    world.caller = { name: '', job: '', agency: '', called_back: '' };
    world.reason = said.reason;
  });
  when(`{who:name} asks[ again] {how:${channels}} about {child:text}[, born {born:text}]` +
    '[, of {address:text}]', (world, { who, how, child, born, address }) =>
    ask(world, who, how, { caller: world.caller, reason: world.reason, child_id: null,
      about: { ...about, name: child, born: born ?? null, address: address ?? null } }));
  when('the caller means {child:name}, and {who:name} picks that child', async (world, said) => {
    const offered = world.answers.findLast((told) => told.answer === 'which_child').candidates;
    const found = offered.find(({ name }) => name === said.child);
    assert.ok(found, `${said.child} was not offered`);
    const { how, asked } = world.asked;
    await ask(world, said.who, how, { ...asked, child_id: found.id });
  });
}

function thenTheAnswer({ then }) {
  then(`the answer is: {answer:${Object.keys(answers).join('|')}}`, (world, said) =>
    assert.equal(world.told.answer, answers[said.answer], world.told.sentence));
  then('the answer says {words:text}', (world, { words }) =>
    assert.ok(world.told.sentence.includes(words), world.told.sentence));
  then('it is about {child:name}, a {sex:girl|boy}', ({ told }, { child, sex }) => assert.deepEqual(
    [told.child.name, told.child.sex], [child, { girl: 'F', boy: 'M' }[sex]]));
  then('the key worker to ring is {who:name} on {number:telephone}', ({ told }, said) =>
    assert.deepEqual([told.key_worker?.name, told.key_worker?.telephone], [said.who, said.number]));
  then('the plan began on {since:day}[ and ended on {until:day}]', ({ told }, { since, until }) =>
    assert.deepEqual([told.plan?.since, told.plan?.until ?? undefined], [since, until]));
  then('{told:nothing|something} is told of any plan or key worker', ({ told }, said) => {
    const something = told.plan || told.key_worker || told.household.length;
    assert.equal(Boolean(something), said.told === 'something');
  });
  then('{count:number} children are offered', ({ told }, { count }) =>
    assert.equal(told.candidates.length, count, JSON.stringify(told.candidates)));
  then('{child:name} is offered, because {why:text}', ({ told }, { child, why }) => {
    const found = told.candidates.find(({ name }) => name === child);
    assert.ok(found, `offered are ${told.candidates.map(({ name }) => name)}`);
    assert.ok(found.why.some((reason) => reason.includes(why)), found.why.join('; '));
  });
  then('what to do next says {words:text}', ({ told }, { words }) =>
    assert.ok(told.do_next.some((step) => step.includes(words)), told.do_next.join('; ')));
  then('told of it: {who:nobody|the key worker|the Designated Manager|' +
    'the key worker and the Designated Manager}', ({ told }, { who }) => {
    const all = ['key_worker', 'designated_manager'];
    const wanted = { nobody: [], 'the key worker': [all[0]], 'the Designated Manager': [all[1]],
      'the key worker and the Designated Manager': all }[who];
    assert.deepEqual(told.told.map((it) => it.who), wanted);
  });
  then('earlier enquiries that are said out loud: {count:number}[, by the {agency:name}]',
    ({ told }, { count, agency }) => {
      assert.equal(told.earlier_enquiries.length, count);
      if (agency) assert.ok(told.earlier_enquiries.some((it) => it.agency === agency));
    });
  then('it is refused, in the words {words:text}', ({ refused }, { words }) => {
    assert.ok(refused, 'it was not refused');
    assert.ok(refused.sentence.includes(words), refused.sentence);
  });
}

function thePages({ when, then }) {
  when('{who:name} opens the receipt[ of the first answer]', async (world, said) => {
    const visitor = await world.visitor(said.who);
    await visitor.open(`/enquiries/${world.answers[0].receipt}`);
    world.page = visitor.page;
  });
  when('{who:name} opens {address:text}', async (world, { who, address }) => {
    const visitor = await world.visitor(who);
    world.page = await visitor.open(address);
  });
  when('{who:name} opens who looked at the child', async (world, { who }) => {
    const { child } = world.answers.findLast((told) => told.child);
    const visitor = await world.visitor(who);
    world.page = await visitor.open(`/children/${child.id}/looks`);
  });
  when('{who:name} follows {link:text}', async (world, { who, link }) => {
    const visitor = await world.visitor(who);
    world.page = await visitor.follow(link);
  });
  when('{who:name} writes {words:text} into {label:text}', (world, { label, words }) => {
    world.written[label] = words;
  });
  when('{who:name} presses {button:text}', async (world, { who, button }) => {
    const visitor = await world.visitor(who);
    world.page = await visitor.press(button, world.written);
    world.written = {};
  });
  when('{who:name} fills in {label:text} with {words:text}' +
    '[ and {other:text} with {more:text}], and presses {button:text}', async (world, said) => {
    const visitor = await world.visitor(said.who);
    const fields = { [said.label]: said.words, ...(said.other ? { [said.other]: said.more } : {}) };
    world.page = await visitor.press(said.button, fields);
  });
  then('the page says {words:text}', ({ page }, { words }) =>
    assert.ok(page.text.includes(words), `it says: ${page.main}`));
  then('the page does not say {words:text}', ({ page }, { words }) =>
    assert.ok(!page.text.includes(words), `it says: ${page.main}`), [{ words: 'Heed' }]);
  then('the page is {outcome:shown|not allowed}', ({ page }, { outcome }) =>
    assert.equal(page.status, { shown: 200, 'not allowed': 403 }[outcome]));
}

export function askingSentences(vocabulary) {
  whenSomebodyRings(vocabulary);
  thenTheAnswer(vocabulary);
  thePages(vocabulary);
}
