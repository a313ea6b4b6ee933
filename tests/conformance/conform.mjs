// Compares what our components make of GOV.UK Frontend's fixtures with what GOV.UK's own templates
// make of them: the same elements and attributes, and the same text as a person would see it.
// Then plants faults into our output: each must be noticed, or the comparison proves nothing.
//
//   node tests/conformance/conform.mjs build/debug/tests/conformance/conformance [-v]
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { parseFragment } from 'parse5';

const program = process.argv[2];
const verbose = process.argv.includes('-v');
const folder = 'node_modules/govuk-frontend/dist/govuk/components/';

// What stands in a line of text; between anything else white space is not seen.
const inline = new Set(
  'a b button code em i input label span strong svg'.split(' '));
// White space in these is content.
const verbatim = new Set(['textarea', 'pre']);

const attributesOf = (node) => (node.attrs ?? [])
  .map(({ name, value }) => [name, name === 'class' ? value.trim().split(/\s+/).join(' ') : value])
  .sort(([a], [b]) => (a < b ? -1 : 1));

// The tree, without white space at the edges of elements.
function tree(node, keep = false) {
  if (node.nodeName === '#comment') return '';
  if (node.nodeName === '#text') return keep ? node.value : node.value.replace(/\s+/g, ' ').trim();
  const kept = keep || verbatim.has(node.nodeName);
  const children = node.childNodes.map((child) => tree(child, kept)).filter((one) => one !== '');
  return [node.nodeName, attributesOf(node), children];
}

// The text as seen: white space between inline elements counts, so that "Change" and "name" are
// not run together where only a space kept them apart.
function visible(node) {
  if (node.nodeName === '#text') return node.value.replace(/\s+/g, ' ');
  if (node.nodeName === '#comment') return '';
  const inner = node.childNodes.map(visible).join('');
  return inline.has(node.nodeName) ? inner : `\n${inner}\n`;
}

const seen = (html) => visible(parseFragment(html))
  .replace(/ +/g, ' ').replace(/ *\n[ \n]*/g, '\n').trim();

function difference(want, got) {
  const [a, b] = [want, got].map((html) => JSON.stringify(tree(parseFragment(html))));
  if (a !== b) return ['tree', a, b];
  const [c, d] = [want, got].map((html) => JSON.stringify(seen(html)));
  return c === d ? undefined : ['text', c, d];
}

const components = execFileSync(program, ['--list'], { encoding: 'utf8' }).trim().split('\n');
if (components.length < 31) throw new Error(`only ${components.length} components are compared`);
const fixtures = components.flatMap((component) =>
  JSON.parse(fs.readFileSync(`${folder}${component}/fixtures.json`, 'utf8')).fixtures
    .map((fixture) => ({ component, ...fixture })));
const input = fixtures
  .map(({ component, options }) => JSON.stringify({ component, options }) + '\n').join('');
const made = execFileSync(program, { input, encoding: 'utf8', maxBuffer: 1e8 })
  .trimEnd().split('\n').map((line) => JSON.parse(line));
if (made.length !== fixtures.length)
  throw new Error(`asked for ${fixtures.length}, answered ${made.length}`);

const failures = [];
const passed = Object.fromEntries(components.map((component) => [component, [0, 0]]));
fixtures.forEach((fixture, index) => {
  const html = made[index];
  const wrong = typeof html === 'string'
    ? difference(fixture.html, html) : ['failure', '', JSON.stringify(html)];
  passed[fixture.component][1]++;
  if (wrong) failures.push([fixture, ...wrong]);
  else passed[fixture.component][0]++;
});
for (const [component, [good, all]] of Object.entries(passed))
  console.log(`${component}: ${good} of ${all} fixtures`);
for (const [fixture, kind, want, got] of failures) {
  let at = 0;
  while (at < want.length && want[at] === got[at]) at++;
  console.log(`FAILED ${fixture.component}, "${fixture.name}" (${kind})`);
  console.log(`  want …${want.slice(Math.max(0, at - 60), at + 120)}`);
  console.log(`  got  …${got.slice(Math.max(0, at - 60), at + 120)}`);
  if (verbose) console.log(JSON.stringify(fixture.options));
}
if (failures.length) process.exit(1);

const without = (pattern) => (html) => html.replaceAll(pattern, '');
const faults = {
  'text is not escaped': (html) =>
    html.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&'),
  'no role=alert': without(' role="alert"'),
  'no scope on row headers': without(' scope="row"'),
  'no aria-describedby': without(/ aria-describedby="[^"]*"/g),
  '"Error:" is not said': without(/<span class="govuk-visually-hidden">Error:<\/span> /g),
  'no space after hidden text': (html) => html.replace(/(:<\/span>) /g, '$1'),
  'a label for nothing': without(/ for="[^"]*"/g),
  'checked is lost': without(' checked'),
  'a hidden toggle is shown': without(' hidden'),
};
let noticed = 0;
for (const [name, plant] of Object.entries(faults)) {
  const count = fixtures
    .filter((fixture, index) => difference(fixture.html, plant(made[index]))).length;
  console.log(`planted "${name}": noticed in ${count} fixtures`);
  if (count) noticed++;
}

const hidden = fixtures.filter((fixture) => fixture.hidden).length;
const planted = Object.keys(faults).length;
console.log(`${fixtures.length} of ${fixtures.length} fixtures (${hidden} of them hidden), ` +
  `${components.length} components, ${noticed} of ${planted} planted faults noticed`);
process.exit(noticed === planted ? 0 : 1);
