// Who watches the watchmen: each is shown a tree in order and a tree with a fault planted in it,
// and must be silent at the one and name the file and line of the other.
import assert from 'node:assert/strict';
import test from 'node:test';
import { Tree } from './tree.mjs';
import { all } from './watchmen/all.mjs';
import * as places from './watchmen/places.mjs';
import * as promises from './watchmen/promises.mjs';
import * as rooms from './watchmen/rooms.mjs';
import * as sizes from './watchmen/sizes.mjs';

const readme = '# A room\n\nKnows.\nMust never know.\nWho may call it.\n';
const inOrder = {
  'rooms.cmake': `
frame_room(core  LIBS OpenSSL::Crypto)
frame_room(store USES core LIBS sqlcipher)   # the engines
frame_room(web   USES core)
law_room(pack USES core)
room(child)
room(plan USES child)
door(app)
`,
  'src/core/README.md': readme,
  'src/core/refusals.def': 'REFUSAL(say_why, "Say why the caller asks.")\n',
  'src/core/clock.cpp': 'Moment now() { return std::chrono::system_clock::now(); }\n',
  'src/plan/README.md': readme,
  'src/plan/plan.cpp': '#include "child/child.hpp"\n#include "pack/pack.hpp"\n',
  'src/plan/plan_store.cpp': '#include "plan/plan.hpp"\nauto q = "SELECT id FROM plan";\n',
  'src/plan/plan_pages.cpp': '#include "plan/plan_store.hpp"\n#include "web/router.hpp"\n',
  'src/plan/plan_test.cpp': 'TEST(A, B) { refuse(RefusalCode::say_why); }\n',
  'packs/a.toml': 'edition = "1"\n',
  'src/pack/README.md': readme,
  'src/pack/pack.cpp': 'auto edition = table["edition"];\n',
};

/** The places that the watchman names when `files` are laid over the tree in order. */
const named = (watchman, files) =>
  watchman.watch(new Tree({ ...inOrder, ...files })).map(({ path, line }) => `${path}:${line}`);

const planted = [
  [rooms.arrows, { 'src/child/a.cpp': '\n#include "plan/plan.hpp"\n' }, 'src/child/a.cpp:2'],
  [rooms.arrows, { 'src/web/a.cpp': '#include "store/store.hpp"\n' }, 'src/web/a.cpp:1'],
  [rooms.arrows, { 'src/shed/a.cpp': '\n' }, 'src/shed:1'],
  [rooms.layers, { 'src/plan/plan.cpp': '#include "store/store.hpp"\n' }, 'src/plan/plan.cpp:1'],
  [rooms.layers, { 'src/plan/plan.cpp': '#include "plan/plan_store.hpp"\n' },
    'src/plan/plan.cpp:1'],
  [rooms.layers, { 'src/plan/plan_store.cpp': '#include "web/router.hpp"\n' },
    'src/plan/plan_store.cpp:1'],
  [rooms.layers, { 'src/plan/plan_store.hpp': '#include "plan/plan_pages.hpp"\n' },
    'src/plan/plan_store.hpp:1'],
  [rooms.layers, { 'src/plan/plan.cpp': '#include "family/people.hpp"\n',
    'rooms.cmake': 'room(family)\nroom(plan USES family)\n' }, 'src/plan/plan.cpp:1'],
  [rooms.heavyHeaders, { 'src/plan/plan.cpp': '\n#include <sqlite3.h>\n' },
    'src/plan/plan.cpp:2'],
  [rooms.heavyHeaders, { 'src/http/server.hpp': '#include <boost/beast.hpp>\n' },
    'src/http/server.hpp:1'],
  [rooms.readmes, { 'src/plan/README.md': '# plan\n' }, 'src/plan/README.md:1'],
  [rooms.catching, { 'src/plan/plan.cpp': '\nvoid f() { try { g(); } catch (...) {} }\n' },
    'src/plan/plan.cpp:2'],
  [sizes.fileSizes, { 'src/plan/plan.cpp': 'int a;\n'.repeat(501) }, 'src/plan/plan.cpp:501'],
  [sizes.fileSizes, { 'src/plan/plan.hpp': 'int a;\n'.repeat(301) }, 'src/plan/plan.hpp:301'],
  [sizes.columns, { 'src/plan/plan.cpp': `\n// ${'x'.repeat(98)}\n` }, 'src/plan/plan.cpp:2'],
  [sizes.functionSizes, { 'src/plan/plan.cpp': `int f()\n{\n${'    g();\n'.repeat(68)}}\n` },
    'src/plan/plan.cpp:1'],
  [sizes.parameters, { 'src/plan/a.cpp': 'int f(int a, int b, int c, int d, int e, int g) {}\n' },
    'src/plan/a.cpp:1'],
  [sizes.roomSizes, Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) =>
    [`src/plan/${name}.cpp`, 'int a;\n'.repeat(400)])), 'src/plan:1'],
  [sizes.roomSizes, Object.fromEntries([...'abcdefghijklmnop'].map((name) =>
    [`src/child/${name}.cpp`, '\n'])), 'src/child:1'],
  [places.sqlInStores, { 'src/plan/plan.cpp': 'auto q = "SELECT id FROM plan";\n' },
    'src/plan/plan.cpp:1'],
  [places.sqlInStores, { 'src/plan/plan_pages.cpp': '\nauto q = R"(\n  INSERT INTO plan)";\n' },
    'src/plan/plan_pages.cpp:2'],
  [places.onlyCoreKnowsTheTime,
    { 'src/plan/plan.cpp': 'auto a = std::chrono::system_clock::now();\n' }, 'src/plan/plan.cpp:1'],
  [places.onlyCoreKnowsTheTime, { 'src/plan/plan.cpp': 'auto a = time(nullptr);\n' },
    'src/plan/plan.cpp:1'],
  [places.onlyCoreKnowsTheTime, { 'src/plan/plan.cpp': '\nstd::random_device chance;\n' },
    'src/plan/plan.cpp:2'],
  [promises.fields, { 'src/plan/a.cpp': '\nauto a = refuse(RefusalCode::needed, "since");\n' },
    'src/plan/a.cpp:2'],
  [promises.fields, { 'src/plan/a.cpp': '\nauto a = TRY(sheet.maybe_day("since"));\n' },
    'src/plan/a.cpp:2'],
  [promises.fields, { 'src/core/fields.def': 'FIELD("since", "Enter since when", "Since when")\n' },
    'src/core/fields.def:1'],
  [promises.refusals, { 'src/core/refusals.def': '\nREFUSAL(say_why, "")\n' },
    'src/core/refusals.def:2'],
  [promises.refusals, { 'src/plan/plan_test.cpp': 'TEST(A, B) {}\n' }, 'src/core/refusals.def:1'],
  [promises.testless, { 'src/plan/plan_test.cpp': '// TEST(A, B) {}\n' },
    'src/plan/plan_test.cpp:1'],
  [promises.testless, { 'src/plan/plan_test.cpp': 'TEST(A, DISABLED_B) {}\n' },
    'src/plan/plan_test.cpp:1'],
  [promises.testless, { 'tests/browser/a.test.mjs': "\ntest.skip('a', () => {});\n" },
    'tests/browser/a.test.mjs:2'],
  [promises.fuzzers(() => false), { 'src/web/query_fuzz.cpp': '\n' }, 'src/web/query_fuzz.cpp:1'],
  [promises.migrations,
    { 'migrations/RELEASED': `${'0'.repeat(64)}  0001.sql\n`, 'migrations/0001.sql': '\n' },
    'migrations/RELEASED:1'],
  [promises.unfinished, { 'src/plan/plan.cpp': '\n// TODO: later\n' }, 'src/plan/plan.cpp:2'],
  [promises.packKeys, { 'packs/a.toml': 'edition = "1"\nquorum = 3\n' }, 'packs/a.toml:2'],
];

for (const [watchman, files, place] of planted)
  test(`sees ${Object.keys(files)[0]} break: ${watchman.name}`, () => {
    assert.deepEqual(named(watchman, files), [place]);
  });

test('a tree in order is in order', () => {
  for (const { name, watch } of all) assert.deepEqual(watch(new Tree(inOrder)), [], name);
});

test('every watchman was seen to bite', () => {
  const bitten = new Set(planted.map(([{ name }]) => name));
  assert.deepEqual(all.map(({ name }) => name).filter((name) => !bitten.has(name)), []);
});
