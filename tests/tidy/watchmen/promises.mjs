// Promises that somebody must keep: a refusal has a test, a key of a pack a reader, a test program
// tests, a fuzz target a corpus; a migration that was released stays as it was.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../tree.mjs';

const textOf = (tree, paths) => paths.map((path) => tree.text(path)).join('\n');
const isTest = /(_test\.cpp|\.test(\.mjs)?)$/;

export const refusals = {
  name: 'every refusal has a sentence that says what to do, and a test that names its code',
  watch(tree) {
    const path = 'src/core/refusals.def';
    const tests = textOf(tree, tree.paths(isTest).filter((one) => !one.startsWith('tests/tidy/')));
    const found = [];
    const seen = new Set();
    tree.text(path).split('\n').forEach((text, index) => {
      const match = /^REFUSAL\((\w+),\s*"(.*)"\)/.exec(text);
      if (!match) {
        if (/^\s*REFUSAL/.test(text)) found.push({ path, line: index + 1, text: 'cannot be read' });
        return;
      }
      const [, code, sentence] = match;
      const say = (what) => found.push({ path, line: index + 1, text: `${code} ${what}` });
      if (!/^[A-Z].{10,}[.?!]$/.test(sentence)) say('has no whole sentence');
      if (seen.has(code)) say('stands here twice');
      if (!new RegExp(`\\b${code}\\b`).test(tests)) say('is named by no test');
      seen.add(code);
    });
    if (seen.size === 0) found.push({ path, line: 1, text: 'lists no refusal' });
    return found;
  },
};

/** Sentences that name their field, or would say only "Fill this in." */
const aboutAField = new RegExp('RefusalCode::(?:needed|too_long|not_a_date|does_not_follow|' +
  'not_understood|say_who_is_asking),([^;]*?)[;{]', 'g');
const dayOfASheet = /[sS]heet\b[^;\n]*?\.(?:maybe_)?day\(("[^"]+")\)/g;

export const fields = {
  name: 'whatever may be left empty, too long or no date has a name in core/fields.def',
  watch(tree) {
    const path = 'src/core/fields.def';
    const listed = new Map();
    const found = [];
    tree.text(path).split('\n').forEach((text, index) => {
      const name = /^FIELD\("([^"]+)",\s*"[^"]+",\s*"[^"]+"\)$/.exec(text)?.[1];
      if (!name && /^\s*FIELD/.test(text))
        found.push({ path, line: index + 1, text: 'cannot be read' });
      if (name && listed.has(name))
        found.push({ path, line: index + 1, text: `${name} stands here twice` });
      if (name) listed.set(name, index + 1);
    });
    const code = tree.cpp().filter((one) => !isTest.test(one));
    for (const one of code) {
      const text = tree.text(one);
      for (const [whole, said, at] of [aboutAField, dayOfASheet].flatMap((pattern) =>
        [...text.matchAll(pattern)].map((match) => [match[0], match[1], match.index])))
        for (const [, name] of said.matchAll(/"([\w-]+)"/g))
          if (!listed.has(name)) {
            const line = text.slice(0, at + whole.length).split('\n').length;
            found.push({ path: one, line, text: `the field '${name}' has no name` });
          }
    }
    const all = textOf(tree, code);
    for (const [name, line] of listed)
      if (!all.includes(`"${name}"`))
        found.push({ path, line, text: `there is no field '${name}'` });
    return found;
  },
};

const cppTest = /^\s*(TEST|TEST_F|TEST_P|TYPED_TEST|RC_GTEST_(FIXTURE_)?PROP)\s*\(/m;
const switchedOff = /\bDISABLED_|\b(test|it|describe)\.(skip|todo|only)\b/;

export const testless = {
  name: 'every test file has a test, and none is switched off',
  watch(tree) {
    const found = [];
    for (const path of tree.paths(/_test\.cpp$/)) {
      if (!cppTest.test(tree.source(path).code)) found.push({ path, line: 1, text: 'has no test' });
    }
    for (const path of tree.paths(/_test\.cpp$|\.test\.mjs$/))
      tree.source(path).code.split('\n').forEach((text, index) => {
        if (switchedOff.test(text)) found.push({ path, line: index + 1, text: 'is switched off' });
      });
    return found;
  },
};

/** `hasCorpus(name)` says whether tests/fuzz/NAME holds a file. */
export const fuzzers = (hasCorpus) => ({
  name: 'every fuzz target has a corpus to begin from',
  watch: (tree) =>
    tree.paths(/_fuzz\.cpp$/)
      .map((path) => ({ path, name: /(\w+)_fuzz\.cpp$/.exec(path)[1] }))
      .filter(({ name }) => !hasCorpus(name))
      .map(({ path, name }) => ({ path, line: 1, text: `tests/fuzz/${name} is missing or empty` })),
});

export const corpusInCheckout = (name) => {
  const folder = join(root, 'tests', 'fuzz', name);
  return existsSync(folder) && readdirSync(folder).length > 0;
};

export const migrations = {
  name: 'a migration that was released is never edited',
  watch(tree) {
    const list = 'migrations/RELEASED';
    const found = [];
    tree.text(list).split('\n').forEach((text, index) => {
      const match = /^([0-9a-f]{64})  (\S+)$/.exec(text);
      if (!match) return;
      const path = `migrations/${match[2]}`;
      const hash = createHash('sha256').update(tree.text(path)).digest('hex');
      if (hash !== match[1])
        found.push({ path: list, line: index + 1, text: `${path} was edited` });
    });
    return found;
  },
};

export const unfinished = {
  name: 'what is left to do has the number of its issue',
  watch(tree) {
    const found = [];
    for (const path of tree.paths(/./)) {
      if (path.startsWith('tests/tidy/')) continue;
      tree.text(path).split('\n').forEach((text, index) => {
        if (/\b(TODO|FIXME|XXX|HACK)\b(?!.*#\d+)/.test(text))
          found.push({ path, line: index + 1, text: text.trim().slice(0, 60) });
      });
    }
    return found;
  },
};

export const packKeys = {
  name: 'every key of a procedure pack has a reader',
  watch(tree) {
    const readers = tree.paths(/^src\/pack\/.*\.(cpp|hpp|def)$/);
    const text = textOf(tree, readers.filter((path) => !isTest.test(path)));
    const words = new Set(text.match(/\w+/g) ?? []);
    const found = [];
    for (const path of tree.paths(/^packs\/.*\.toml$/))
      tree.text(path).split('\n').forEach((text, index) => {
        const key = /^\s*([a-z_]+)\s*=/.exec(text)?.[1] ?? /^\[+.*?([a-z_]+)\]+$/.exec(text)?.[1];
        if (key && !words.has(key))
          found.push({ path, line: index + 1, text: `nobody reads '${key}'` });
      });
    return found;
  },
};
