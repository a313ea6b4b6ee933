// The watchmen go through the house.
import assert from 'node:assert/strict';
import test from 'node:test';
import { Tree } from './tree.mjs';
import { all } from './watchmen/all.mjs';

const tree = Tree.ofCheckout();

for (const { name, watch } of all)
  test(name, () => {
    const found = watch(tree).map(({ path, line, text }) => `${path}:${line}: ${text}`);
    assert.ok(found.length === 0, `\n${found.join('\n')}`);
  });
