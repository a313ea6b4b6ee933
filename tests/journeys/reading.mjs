// Reads a journey: a title, what it is about in prose, and its steps. A step begins with given,
// when, then or and; lines set in below it belong to it.
import fs from 'node:fs';
import path from 'node:path';

const begins = /^(given|when|then|and)\s+(.*)$/;

export class NotUnderstood extends Error {}

/** `{ title, steps: [{ kind, text, place }] }`; `place` is file:line. */
export function read(text, file) {
  const journey = { title: '', steps: [], file };
  let kind;
  text.split('\n').forEach((line, index) => {
    const place = `${file}:${index + 1}`;
    const step = begins.exec(line);
    const last = journey.steps.at(-1);
    if (!line.trim()) return;
    if (step) {
      if (step[1] !== 'and') kind = step[1];
      if (!kind) throw new NotUnderstood(`${place}: “and” follows nothing`);
      journey.steps.push({ kind, text: step[2].trim(), place });
    } else if (last && /^\s/.test(line)) {
      last.text += ` ${line.trim()}`;
    } else if (last) {
      throw new NotUnderstood(`${place}: neither a step nor set in below one: “${line}”`);
    } else {
      journey.title ||= line.trim();
    }
  });
  if (!journey.title) throw new NotUnderstood(`${file}: has no title`);
  if (!journey.steps.some((step) => step.kind === 'then'))
    throw new NotUnderstood(`${file}: has no “then”: it could not fail`);
  return journey;
}

export const readFile = (file) => read(fs.readFileSync(file, 'utf8'), path.basename(file));

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August',
  'September', 'October', 'November', 'December'];
const isoDay = (words) => {
  const [day, month, year] = words.split(' ');
  const number = months.indexOf(month) + 1;
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
};

// What may stand in a sentence: how it is written, what it becomes, and how to lie about it.
const types = {
  text: { form: '"(?<@>[^"]*)"', lie: (it) => `${it} (nobody said that)` },
  name: { form: "(?<@>[A-Z][\\p{L}'’-]*(?: [A-Z][\\p{L}'’-]*)*)", lie: () => 'Nobody Whatever' },
  number: { form: '(?<@>\\d+)', value: Number, lie: (it) => it + 1 },
  telephone: { form: '(?<@>0\\d{4} \\d{6})', lie: (it) => it.replace(/\d{3}$/, '000') },
  day: {
    form: `(?<@>\\d{1,2} (?:${months.join('|')}) \\d{4})`, value: isoDay,
    lie: (it) => it.replace(/^\d{4}/, (year) => Number(year) - 3),
  },
};

function typeOf(name) {
  if (types[name]) return types[name];
  const choices = name.split('|');
  if (choices.length < 2) throw new Error(`a sentence has an unknown part: ${name}`);
  return {
    form: `(?<@>${choices.join('|')})`,
    lie: (it) => choices[(choices.indexOf(it) + 1) % choices.length],
  };
}

/** One kind of sentence, as `{who:name} asks about {what:text}[, born {born:day}]`. */
export class Sentence {
  #parts = {};

  constructor(kind, pattern, act, lies) {
    Object.assign(this, { kind, pattern, act, lies });
    const form = pattern.replace(/[.?*+()]/g, '\\$&').replaceAll('[', '(?:').replaceAll(']', ')?')
      .replace(/\{(\w+):([^}]*)\}/g, (_, name, type) => {
        this.#parts[name] = typeOf(type);
        return this.#parts[name].form.replace('@', name);
      });
    this.form = new RegExp(`^${form}$`, 'u');
    if (kind === 'then' && !lies && !Object.keys(this.#parts).length)
      throw new Error(`nothing in “${pattern}” can be wrong, so it cannot be shown to fail`);
  }

  /** What the words mean, or undefined when they are another sentence. */
  understand(text) {
    const found = this.form.exec(text);
    if (!found) return undefined;
    return Object.fromEntries(Object.entries(found.groups ?? {})
      .filter(([, words]) => words !== undefined)
      .map(([name, words]) => [name, (this.#parts[name].value ?? String)(words)]));
  }

  /** The same sentence made untrue, in one part at a time: each must fail. */
  untrue(said) {
    if (this.lies) return this.lies.map((lie) => ({ ...said, ...lie }));
    return Object.entries(said).map(([name, value]) =>
      ({ ...said, [name]: this.#parts[name].lie(value) }));
  }
}

export class Vocabulary {
  sentences = [];

  given = (pattern, act) => this.sentences.push(new Sentence('given', pattern, act));
  when = (pattern, act) => this.sentences.push(new Sentence('when', pattern, act));
  /** `lies`: parts that make it untrue, where a changed word would not. */
  then = (pattern, act, lies) => this.sentences.push(new Sentence('then', pattern, act, lies));

  /** Each step with its sentence; words that no sentence has are an error that names the line. */
  understand({ steps }) {
    return steps.map((step) => {
      for (const sentence of this.sentences.filter(({ kind }) => kind === step.kind)) {
        const said = sentence.understand(step.text);
        if (said) return { ...step, sentence, said };
      }
      throw new NotUnderstood(
        `${step.place}: no sentence is known for “${step.kind} ${step.text}”`);
    });
  }
}
