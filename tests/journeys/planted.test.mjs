// Journeys with a fault planted in them: each must fail, and say in which line of which file.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engines } from '../support/program.mjs';
import { NotUnderstood, read, Sentence, Vocabulary } from './reading.mjs';
import { Failed, journeys, walk } from './run.mjs';
import { vocabulary } from './sentences.mjs';

const begun = `Refused
given  the record of Northmere Council
and    Nia Bell, duty worker
when   somebody rings who will not say who they are, because "just checking"
and    Nia Bell asks on the command line about "Mary Harwood"
`;
const walked = (text) => walk(read(text, 'planted.test'), engines.SQLite);

test('a true journey passes, and its untruths are noticed', async () => {
  const words = 'then   it is refused, in the words "Enter the caller\'s name"\n';
  assert.equal(await walked(`${begun}${words}`), 1);
});

test('a wrong “then” fails, and names file and line', () => assert.rejects(
  walked(`${begun}then   it is refused, in the words "Come in and look around"\n`),
  (error) => error instanceof Failed && error.message.startsWith('planted.test:6: then it is')));

test('a “when” that cannot be done fails, and names file and line', () => assert.rejects(
  walked(`${begun}and    Nobody Whatever opens "/list"\nthen   the page is shown\n`),
  (error) => error instanceof Failed && error.message.startsWith('planted.test:6: when Nobody')));

test('words that no sentence has are an error that names file and line', () => assert.rejects(
  walked(`${begun}then   all is as it should be\n`),
  (error) => error instanceof NotUnderstood && error.message.startsWith('planted.test:6: ')));

test('a journey without a “then” is an error', () =>
  assert.throws(() => read(begun, 'planted.test'), NotUnderstood));

test('a check that cannot fail is found out', async () => {
  const step = { kind: 'then', text: 'the sky is "blue"', place: 'planted.test:1' };
  const sentence = new Sentence('then', 'the sky is {colour:text}', () => {});
  const kept = vocabulary.sentences.length;
  vocabulary.sentences.push(sentence);
  try {
    await assert.rejects(walk({ title: 'x', steps: [step] }, engines.SQLite),
      /planted.test:1: .*holds as well with .*blue \(nobody said that\)/);
  } finally {
    vocabulary.sentences.length = kept;
  }
});

test('a “then” in which nothing can be wrong is no sentence', () =>
  assert.throws(() => new Vocabulary().then('all is well', () => {}), /cannot be shown to fail/));

test('no sentence can be read in two ways', () => {
  for (const journey of journeys())
    for (const { kind, text, place } of journey.steps) {
      const known = vocabulary.sentences
        .filter((one) => one.kind === kind && one.understand(text));
      assert.deepEqual(known.map((one) => one.pattern), [known[0]?.pattern], place);
    }
});

test('every sentence is used by a journey', () => {
  const steps = journeys().flatMap((journey) => journey.steps);
  const unused = vocabulary.sentences.filter((one) =>
    !steps.some(({ kind, text }) => one.kind === kind && one.understand(text)));
  assert.deepEqual(unused.map((one) => one.pattern), []);
});
