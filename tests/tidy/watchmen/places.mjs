// What may stand in one place only: SQL, the clock, chance.
import { place } from '../tree.mjs';

// Statements are written in capitals in this house; sentences are not.
const sql = new RegExp('\\b(SELECT\\s[^]+?\\sFROM|INSERT\\s+INTO|UPDATE\\s+\\w+\\s+SET'
  + '|DELETE\\s+FROM|(CREATE|ALTER|DROP)\\s+(UNIQUE\\s+)?(TABLE|INDEX|VIEW|TRIGGER)|PRAGMA\\s)');

export const sqlInStores = {
  name: 'SQL stands only in *_store.cpp, the store room, migrations and tests',
  watch(tree) {
    const found = [];
    for (const path of tree.paths(/^src\/.*\.(cpp|hpp)$/)) {
      const { room, layer } = place(path);
      if (room === 'store' || layer === 'test' || /_store\.cpp$/.test(path)) continue;
      for (const { line, text } of tree.source(path).literals)
        if (sql.test(text)) found.push({ path, line, text: sql.exec(text)[0].slice(0, 40) });
    }
    return found;
  },
};

const clocks = new RegExp('_clock::now\\b|\\b(time|clock)\\s*\\(\\s*(NULL|nullptr|0|&|\\))'
  + '|\\b(gettimeofday|clock_gettime|localtime(_r)?|gmtime(_r)?)\\s*\\(');
const chance = new RegExp('\\b(random_device|mt19937(_64)?|default_random_engine|RAND_bytes'
  + '|randombytes_\\w+|getrandom|getentropy|arc4random)\\b|\\bs?rand\\s*\\(');

export const onlyCoreKnowsTheTime = {
  name: 'time comes from core/clock and chance from core/random, and from nowhere else',
  watch(tree) {
    const found = [];
    for (const path of tree.paths(/^src\/.*\.(cpp|hpp)$/)) {
      const { room, layer } = place(path);
      if (room === 'core' || layer === 'test') continue;
      tree.source(path).code.split('\n').forEach((text, index) => {
        const hit = clocks.exec(text) ?? chance.exec(text);
        if (hit) found.push({ path, line: index + 1, text: hit[0] });
      });
    }
    return found;
  },
};
