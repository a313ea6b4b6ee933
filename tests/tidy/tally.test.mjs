// The count at the end of ./dev test: what did not run did not pass.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { tally, tallyCTest, tallyGoogleTest, tallyTap } from '../../tools/tally.mjs';

const ran = 'status="run" result="completed"';

test('GoogleTest: passed, failed, skipped and switched off', () => {
  const { passed, wrong } = tallyGoogleTest(`
    <testcase name="A" classname="Plan" ${ran} time="0" />
    <testcase name="B" classname="Plan" ${ran} time="0">
      <failure message="x &gt; y"><![CDATA[a]]></failure>
    </testcase>
    <testcase name="C" classname="Plan" status="run" result="skipped"><skipped/></testcase>
    <testcase name="D" classname="Plan" status="notrun" result="suppressed" />
    <testcase name="E" classname="Plan" ${ran}><properties></properties></testcase>`, 'plan_test');
  assert.equal(passed, 2);
  assert.deepEqual(wrong, ['plan_test: Plan.B', 'plan_test: Plan.C did not run',
    'plan_test: Plan.D did not run']);
});

test('a program without tests is a failure', () => {
  assert.deepEqual(tallyGoogleTest('<testsuites tests="0"></testsuites>', 'plan_test').wrong,
    ['plan_test: has no tests']);
});

test('CTest: a program that died without a word is a failure; one that told counts once', () => {
  const junit = `<testcase name="plan" status="fail"/><testcase name="web" status="fail"/>
    <testcase name="child" status="fail"/><testcase name="own" status="run"/>`;
  const told = { web_test: { wrong: ['web_test: A.B'] }, child_test: { wrong: [] } };
  const programs = new Map(Object.entries(told));
  assert.deepEqual(tallyCTest(junit, programs),
    { passed: 1, wrong: ['plan: the program failed', 'child: the program failed'] });
});

test('TAP: a skipped test did not pass', () => {
  const tap = 'ok 1 - one\nnot ok 2 - two\nok 3 - three # SKIP no browser\n'
    + '# pass 1\n# fail 1\n# cancelled 0\n# skipped 1\n';
  assert.deepEqual(tallyTap(tap, 'browser'),
    { passed: 1, wrong: ['browser: two', 'browser: three did not run'] });
  assert.deepEqual(tallyTap('', 'browser').wrong, ['browser: has no tests']);
});

test('a folder is counted whole', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tally-'));
  writeFileSync(join(folder, 'plan_test.xml'), `<testcase name="A" classname="B" ${ran} />`);
  writeFileSync(join(folder, 'ctest.junit'), '<testcase name="plan" status="run"/>');
  writeFileSync(join(folder, 'tidy.tap'), 'ok 1 - a\n# pass 1\n# fail 0\n');
  assert.deepEqual(tally(folder), { passed: 2, wrong: [] });
  rmSync(folder, { recursive: true });
});
