// How long things may be. Half of all files should be far below; these are the walls.
import { functions } from '../source.mjs';
import { place } from '../tree.mjs';

export const limit = {
  sourceLines: 500,
  headerLines: 300,
  functionLines: 70,
  parameters: 5,
  columns: 100,
  roomLines: 2000,
  roomFiles: 15,
};

const linesOf = (text) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

// Our own hand: C++, scripts of the tests and tools, styles. What a tool writes is not.
const written = /^(src|tests|tools|cmake)\/.*\.(cpp|hpp|mjs|js|ts|scss|sh|cmake)$|^dev$/;
const generated = /(^|\/)(assets|dist)\/.*\.(js|css)$|\.min\./;

export const fileSizes = {
  name: `a source file has at most ${limit.sourceLines} lines, a header ${limit.headerLines}`,
  watch(tree) {
    return tree
      .paths(written)
      .filter((path) => !generated.test(path))
      .map((path) => {
        const most = path.endsWith('.hpp') ? limit.headerLines : limit.sourceLines;
        return { path, line: most + 1, lines: linesOf(tree.text(path)), most };
      })
      .filter(({ lines, most }) => lines > most)
      .map(({ path, line, lines }) => ({ path, line, text: `has ${lines} lines` }));
  },
};

export const columns = {
  name: `a line has at most ${limit.columns} columns`,
  watch(tree) {
    const found = [];
    for (const path of tree.paths(written)) {
      if (generated.test(path)) continue;
      tree.text(path).split('\n').forEach((text, index) => {
        const width = [...text].length;
        if (width > limit.columns)
          found.push({ path, line: index + 1, text: `has ${width} columns` });
      });
    }
    return found;
  },
};

export const functionSizes = {
  name: `a function has at most ${limit.functionLines} lines`,
  watch: (tree) =>
    ofFunctions(tree, ({ lines }) => lines > limit.functionLines, ({ lines }) => `${lines} lines`),
};

export const parameters = {
  name: `a function takes at most ${limit.parameters} parameters`,
  watch: (tree) =>
    ofFunctions(tree, (one) => one.parameters > limit.parameters,
      (one) => `${one.parameters} parameters`),
};

function ofFunctions(tree, isTooMuch, say) {
  return tree.cpp().flatMap((path) =>
    functions(tree.source(path).code)
      .filter(isTooMuch)
      .map((one) => ({ path, line: one.line, text: `${one.name} has ${say(one)}` })));
}

/** A header and its source file are one pair. */
export const roomSizes = {
  name: `without its tests a room has at most ${limit.roomLines} lines in ${limit.roomFiles} pairs`,
  watch(tree) {
    const found = [];
    const counted = tree.cpp().filter((path) => place(path) && place(path).layer !== 'test');
    for (const room of new Set(counted.map((path) => place(path).room))) {
      const own = counted.filter((path) => place(path).room === room);
      const lines = own.reduce((sum, path) => sum + linesOf(tree.text(path)), 0);
      const pairs = new Set(own.map((path) => place(path).name)).size;
      if (lines > limit.roomLines || pairs > limit.roomFiles)
        found.push({ path: `src/${room}`, line: 1, text: `has ${lines} lines in ${pairs} pairs` });
    }
    return found;
  },
};
