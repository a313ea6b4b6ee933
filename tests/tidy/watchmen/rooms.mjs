// The rooms, the arrows between them, and the layers within one.
import { includes } from '../source.mjs';
import { place, rooms } from '../tree.mjs';

const roomsWithFiles = (tree) =>
  [...new Set(tree.cpp().map((path) => place(path)?.room).filter(Boolean))];

/** Includes of our own files by the files of src/: where, from what place, to what place. */
function* ownIncludes(tree) {
  for (const path of tree.cpp()) {
    const from = place(path);
    if (!from) continue;
    for (const { line, path: included, angled } of includes(tree.text(path))) {
      if (angled) continue;
      const to = place(`src/${included}`);
      if (to) yield { path, line, from, to, included };
    }
  }
}

export const arrows = {
  name: 'an include follows the arrows of rooms.cmake',
  watch(tree) {
    const list = rooms(tree);
    const found = [];
    for (const { path, line, from, to, included } of ownIncludes(tree)) {
      if (from.room === to.room || (from.layer === 'test' && to.room === 'support')) continue;
      if (!list.get(from.room)?.uses.has(to.room))
        found.push({ path, line, text: `${from.room} may not use ${to.room} (${included})` });
    }
    for (const room of roomsWithFiles(tree))
      if (!list.has(room))
        found.push({ path: `src/${room}`, line: 1, text: 'is not in rooms.cmake' });
    return found;
  },
};

// Files without a suffix that are no rules: each carries a piece of work through, gathering by way
// of stores and letting rules decide. A short list, so that nobody becomes one without saying so.
const works = new Set(['family/people', 'enquiry/answering', 'enquiry/gather']);

// What every working room finds on its desk is handed out by `office`, store and all; but that a
// question is asked as on a day and as known at a moment is a value like any other.
const isWork = ({ room, name }) =>
  (room === 'office' && name !== 'as_of') || works.has(`${room}/${name}`);
const layerOf = (file) => (file.layer === 'pure' && isWork(file) ? 'work' : file.layer);

// What a file of a record's room may include, by its layer: of the frame, and of such rooms.
const known = ['core', 'pack', 'names', 'matching', 'permission', 'interop'];
const kept = [...known, 'store', 'ledger', 'outbox'];
const shown = [...kept, 'web', 'markup', 'forms', 'pieces'];
const mayInclude = {
  pure: { frame: known, layers: ['pure'] },
  store: { frame: kept, layers: ['pure', 'store', 'work'] },
  work: { frame: [...kept, 'web'], layers: ['pure', 'store', 'work'] },
  pages: { frame: shown, layers: ['pure', 'store', 'work', 'pages', 'wire'] },
  wire: { frame: [...kept, 'web'], layers: ['pure', 'store', 'work', 'wire'] },
};

export const layers = {
  name: 'a rule of the record includes no store and no page, and a store no page',
  watch(tree) {
    const list = rooms(tree);
    const kind = (room) => list.get(room)?.kind;
    const found = [];
    for (const { path, line, from, to, included } of ownIncludes(tree)) {
      if (kind(from.room) !== 'room' || from.layer === 'test') continue;
      const { frame, layers: below } = mayInclude[layerOf(from)];
      const inRecord = kind(to.room) === 'room';
      if (!(inRecord ? below.includes(layerOf(to)) : frame.includes(to.room)))
        found.push({ path, line, text: `a ${layerOf(from)} file may not include ${included}` });
    }
    return found;
  },
};

// Costly headers stay in the .cpp files of their room: an edit elsewhere never pays for them.
const heavy = [
  { header: /^boost\//, rooms: ['http', 'interop', 'ledger', 'core'] },
  { header: /^libpq-fe\.h$/, rooms: ['store'] },
  { header: /^sqlite3\.h$/, rooms: ['store'] },
  { header: /^curl\//, rooms: ['outbox'] },
  { header: /^unicode\//, rooms: ['names', 'interop', 'extract'] },
  { header: /^openssl\//, rooms: ['core', 'http', 'keeping', 'ledger'] },
  { header: /^toml\+\+\//, rooms: ['pack', 'app'] },
  { header: /^CLI\//, rooms: ['app'] },
  { header: /^(sodium|liboath\/|qrencode)/, rooms: ['secrets'] },
];

export const heavyHeaders = {
  name: 'a costly header is included only by the .cpp files of its room',
  watch(tree) {
    const found = [];
    for (const path of tree.cpp()) {
      const from = place(path);
      if (!from || from.layer === 'test') continue;
      for (const { line, path: header } of includes(tree.text(path))) {
        const rule = heavy.find((one) => one.header.test(header));
        if (!rule) continue;
        if (!rule.rooms.includes(from.room))
          found.push({ path, line, text: `<${header}> belongs to ${rule.rooms.join(', ')}` });
        else if (path.endsWith('.hpp'))
          found.push({ path, line, text: `<${header}> belongs in a .cpp file` });
      }
    }
    return found;
  },
};

export const readmes = {
  name: 'every room has a README.md: what it knows, what it must never know, who may call it',
  watch(tree) {
    return roomsWithFiles(tree)
      .map((room) => `src/${room}/README.md`)
      .filter((path) => tree.text(path).split('\n').filter((line) => line.trim()).length < 4)
      .map((path) => ({ path, line: 1, text: 'is missing, or says nothing' }));
  },
};

export const catching = {
  name: 'a rule or store of the record never catches: faults go to the door',
  watch(tree) {
    const list = rooms(tree);
    const found = [];
    for (const path of tree.cpp()) {
      const from = place(path);
      if (!from || !['pure', 'store'].includes(from.layer)) continue;
      if (list.get(from.room)?.kind !== 'room') continue;
      tree.source(path).code.split('\n').forEach((text, index) => {
        if (/\bcatch\s*\(/.test(text)) found.push({ path, line: index + 1, text: 'catches' });
      });
    }
    return found;
  },
};
