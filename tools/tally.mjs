// Counts what the test programs left in a folder of results: GoogleTest's XML, CTest's JUnit file
// and node's TAP. Names each test that did not pass; the last line is `N passed, N failed`.
// A test that was skipped, a program without tests and a program that died are failures.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const attribute = (tag, name) => tag.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1];

/** One GoogleTest program. */
export function tallyGoogleTest(xml, program) {
  const wrong = [];
  let passed = 0;
  for (const [, head, selfClosed, body] of xml.matchAll(
    /<testcase\b([^>]*?)(?:(\/)>|>([\s\S]*?)<\/testcase>)/g)) {
    const name = `${attribute(head, 'classname')}.${attribute(head, 'name')}`;
    const ran = attribute(head, 'status') === 'run' && attribute(head, 'result') === 'completed';
    if (ran && (selfClosed || !body.includes('<failure'))) passed += 1;
    else wrong.push(`${program}: ${name}${ran ? '' : ' did not run'}`);
  }
  if (passed + wrong.length === 0) wrong.push(`${program}: has no tests`);
  return { passed, wrong };
}

/** What CTest knows and the programs' own files do not: who died, who is no GoogleTest program. */
export function tallyCTest(junit, programs) {
  const wrong = [];
  let passed = 0;
  for (const [tag] of junit.matchAll(/<testcase\b[^>]*>/g)) {
    const name = attribute(tag, 'name');
    const ok = attribute(tag, 'status') === 'run';
    const told = programs.get(name) ?? programs.get(`${name}_test`);
    if (!told && ok) passed += 1;
    if (!ok && (!told || told.wrong.length === 0)) wrong.push(`${name}: the program failed`);
  }
  return { passed, wrong };
}

/** One run of node's test runner. */
export function tallyTap(tap, folder) {
  const count = (word) => Number(tap.match(new RegExp(`^# ${word} (\\d+)$`, 'm'))?.[1] ?? 0);
  const passed = count('pass');
  const failed = ['fail', 'cancelled', 'skipped'].reduce((sum, it) => sum + count(it), 0);
  const lines = [...tap.matchAll(/^ *(not ok|ok) \d+ - (.*?)( # [A-Z]+\b.*)?$/gm)];
  const wrong = lines
    .filter(([, ok, , directive]) => ok === 'not ok' || directive)
    .map(([, , name, directive]) => `${folder}: ${name}${directive ? ' did not run' : ''}`)
    .slice(0, failed);
  while (wrong.length < failed) wrong.push(`${folder}: a test without a name`);
  if (passed + failed === 0) wrong.push(`${folder}: has no tests`);
  return { passed, wrong };
}

export function tally(folder) {
  const programs = new Map();
  const parts = [];
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  const read = (file) => readFileSync(join(folder, file), 'utf8');
  for (const file of files.filter((name) => name.endsWith('.xml'))) {
    const program = file.replace(/\.xml$/, '');
    programs.set(program, tallyGoogleTest(read(file), program));
    parts.push(programs.get(program));
  }
  if (files.includes('ctest.junit')) parts.push(tallyCTest(read('ctest.junit'), programs));
  for (const file of files.filter((name) => name.endsWith('.tap')))
    parts.push(tallyTap(read(file), file.replace(/\.tap$/, '')));
  if (parts.length === 0) parts.push({ passed: 0, wrong: ['no test ran'] });
  return {
    passed: parts.reduce((sum, part) => sum + part.passed, 0),
    wrong: parts.flatMap((part) => part.wrong),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { passed, wrong } = tally(process.argv[2]);
  for (const name of wrong) console.log(`FAILED ${name}`);
  console.log(`${passed} passed, ${wrong.length} failed`);
  process.exit(passed > 0 && wrong.length === 0 ? 0 : 1);
}
