// The files that the watchmen look at: the checkout's own, or some written in a test.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { read } from './source.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const looked = ['src', 'tests', 'packs', 'migrations', 'tools', 'cmake'];
const alone = ['rooms.cmake', 'dev'];
// Inputs and pictures of tests, not anybody's writing.
const passedOver = /(^|\/)(node_modules|golden|fixtures|fuzz|samples|shots)(\/|$)/;

export class Tree {
  #texts;
  #read = new Map();

  /** `files`: a path from the root of the checkout to the text of the file. */
  constructor(files) {
    this.#texts = new Map(Object.entries(files));
  }

  static ofCheckout() {
    const files = {};
    const walk = (folder) => {
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const path = join(folder, entry.name);
        const name = relative(root, path);
        if (passedOver.test(name)) continue;
        if (entry.isDirectory()) walk(path);
        else files[name] = readFileSync(path, 'utf8');
      }
    };
    const there = new Set(readdirSync(root));
    looked.filter((name) => there.has(name)).forEach((name) => walk(join(root, name)));
    alone.forEach((name) => { files[name] = readFileSync(join(root, name), 'utf8'); });
    return new Tree(files);
  }

  paths(pattern) {
    return [...this.#texts.keys()].filter((path) => pattern.test(path)).sort();
  }

  text(path) {
    return this.#texts.get(path) ?? '';
  }

  /** The file as source.mjs reads it. */
  source(path) {
    if (!this.#read.has(path)) this.#read.set(path, read(this.text(path)));
    return this.#read.get(path);
  }

  /** Our own C++, tests too. */
  cpp() {
    return this.paths(/^(src|tests)\/.*\.(cpp|hpp)$/);
  }
}

/** Where a file of src/ stands, or null: its room and the layer that its name says. */
export function place(path) {
  const match = /^src\/(\w+)\/(?:.*\/)?(\w+)\.(?:cpp|hpp)$/.exec(path);
  if (!match) return null;
  const [, room, name] = match;
  const suffix = /_(store|pages?|wire|test|fuzz|bench)$/.exec(name)?.[1] ?? 'pure';
  const layer = { page: 'pages', fuzz: 'test', bench: 'test' }[suffix] ?? suffix;
  return { room, layer, name };
}

/** rooms.cmake as a map: room to { kind, uses }. What a room may use is as the build has it. */
export function rooms(tree) {
  const found = new Map();
  const named = { frame: [], law: [], room: [] };
  for (const line of tree.text('rooms.cmake').split('\n')) {
    const match = /^(frame_room|law_room|room|door)\((\w+)\s*([^)]*)\)/.exec(line);
    if (!match) continue;
    const [, call, name, rest] = match;
    const kind = call.replace('_room', '');
    const listed = /USES\s+([^)]*?)\s*(?:LIBS.*)?$/.exec(rest)?.[1].split(/\s+/) ?? [];
    const uses = new Set(listed);
    const below = [...named.frame, ...named.law, ...(kind === 'door' ? named.room : [])];
    if (kind === 'room' || kind === 'door') below.forEach((one) => uses.add(one));
    found.set(name, { kind, uses });
    named[kind]?.push(name);
  }
  return found;
}
