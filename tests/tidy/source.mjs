// C++ as the watchmen read it: its text with comments and literals blanked, its literals, its
// functions. Exact for C++ that clang-format has laid out; it is no compiler.

/**
 * Blanks comments and the insides of literals, keeping every line and column where it was.
 * Returns { code, literals: [{ line, text }], comments: [{ line, text }] }.
 */
export function read(text) {
  const code = text.split('');
  const literals = [];
  const comments = [];
  const blank = (from, to) => {
    for (let at = from; at < to; at += 1) if (code[at] !== '\n') code[at] = ' ';
  };
  let line = 1;
  let at = 0;
  const past = (end) => {
    for (let k = at; k < end; k += 1) if (text[k] === '\n') line += 1;
    at = end;
  };
  while (at < text.length) {
    const end = endOfComment(text, at);
    if (end) {
      comments.push({ line, text: text.slice(at, end) });
      blank(at, end);
      past(end);
      continue;
    }
    const literal = literalAt(text, at);
    if (literal) {
      if (!literal.character)
        literals.push({ line, text: text.slice(literal.inside, literal.insideEnd) });
      blank(literal.inside, literal.insideEnd);
      past(literal.end);
      continue;
    }
    const word = /^[A-Za-z0-9_]+(?:'[0-9A-Fa-f]+)*/.exec(text.slice(at, at + 80));
    past(at + (word ? wordLength(text, at, word[0]) : 1));
  }
  return { code: code.join(''), literals, comments };
}

function endOfComment(text, at) {
  if (text.startsWith('//', at)) {
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end;
  }
  if (text.startsWith('/*', at)) {
    const end = text.indexOf('*/', at + 2);
    return end < 0 ? text.length : end + 2;
  }
  return 0;
}

// 1'000 is one word; the R of R"( )" and the u8 of u8"" begin a literal, not a word.
function wordLength(text, at, word) {
  if (!/^[0-9]/.test(word)) word = /^[A-Za-z0-9_]+/.exec(word)[0];
  const quote = text[at + word.length];
  if (quote === '"' && /(^|u8|[uUL])R$/.test(word)) return word.length - 1;
  return word.length;
}

function literalAt(text, at) {
  if (text[at] === 'R' && text[at + 1] === '"') {
    const open = text.indexOf('(', at);
    const close = `)${text.slice(at + 2, open)}"`;
    const end = text.indexOf(close, open);
    return { inside: open + 1, insideEnd: end, end: end + close.length };
  }
  const quote = text[at];
  if (quote !== '"' && quote !== "'") return null;
  let end = at + 1;
  while (end < text.length && text[end] !== quote && text[end] !== '\n')
    end += text[end] === '\\' ? 2 : 1;
  return { inside: at + 1, insideEnd: end, end: end + 1, character: quote === "'" };
}

/** The `#include "room/file"` and `#include <file>` lines. */
export function includes(text) {
  const found = [];
  text.split('\n').forEach((content, index) => {
    const match = /^\s*#\s*include\s*(["<])([^">]+)[">]/.exec(content);
    if (match) found.push({ line: index + 1, path: match[2], angled: match[1] === '<' });
  });
  return found;
}

// Preprocessor lines, continuations included, are no code to the scanner of functions.
function withoutDirectives(code) {
  return code.replace(/^[ \t]*#(?:[^\n\\]|\\(?:\n|.))*/gm, (text) => text.replace(/[^\n]/g, ' '));
}

const bracket = { '(': ')', '[': ']', '{': '}' };

function matching(code, open) {
  const waiting = [];
  for (let at = open; at < code.length; at += 1) {
    const sign = code[at];
    if (bracket[sign]) waiting.push(bracket[sign]);
    else if (sign === waiting.at(-1)) {
      waiting.pop();
      if (waiting.length === 0) return at;
    }
  }
  return code.length;
}

/**
 * Every function with a body: { name, line, lines, parameters }. A lambda counts as part of the
 * function around it; one at namespace scope is a function.
 */
export function functions(source) {
  const code = withoutDirectives(source);
  const lineOf = lineCounter(code);
  const found = [];
  scan(code, 0, code.length, (start, open, close) => {
    const head = code.slice(start, open);
    found.push({
      name: nameOf(head),
      line: lineOf(start),
      lines: lineOf(close) - lineOf(start) + 1,
      parameters: parametersOf(head),
    });
  });
  return found;
}

function lineCounter(code) {
  const starts = [0];
  for (let at = code.indexOf('\n'); at >= 0; at = code.indexOf('\n', at + 1)) starts.push(at + 1);
  return (at) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= at) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

// Walks the declarations between two places; goes into namespaces and types, not into bodies.
function scan(code, from, to, report) {
  let start = from;
  let at = from;
  const next = (place) => {
    at = place;
    start = place;
  };
  while (at < to) {
    const sign = code[at];
    if (sign === ';' || sign === '}') next(at + 1);
    else if (sign === '(' || sign === '[') at = matching(code, at) + 1;
    else if (sign === '{') {
      const close = matching(code, at);
      const kind = kindOf(code.slice(start, at));
      if (kind === 'scope') scan(code, at + 1, close, report);
      if (kind === 'function') report(firstWord(code, start), at, close);
      if (kind === 'part') at = close + 1;
      else next(close + 1);
    } else at += 1;
  }
}

function firstWord(code, start) {
  let at = start;
  for (;;) {
    while (/\s/.test(code[at])) at += 1;
    const label = /^(public|private|protected)\s*:(?!:)/.exec(code.slice(at, at + 40));
    if (!label) return at;
    at += label[0].length;
  }
}

// What a brace opens, told by what stands before it: a scope to look into, a function's body, a
// part of an expression that goes on (a member's initializer), or something without functions.
function kindOf(raw) {
  const head = outsideParentheses(raw.replace(/\b(public|private|protected)\s*:(?!:)/g, ' '));
  if (/^\s*(inline\s+)?namespace\b/.test(head) || /^\s*extern\s+$/.test(head.replace(/"\s*"/, '')))
    return 'scope';
  if (/(^|[\s>])enum\b/.test(head)) return 'other';
  if (/(^|[\s>])(class|struct|union)\b(?![^(]*\(\))/.test(head)) return 'scope';
  if (/\]\s*(\(\)[^=]*)?$/.test(head) && /=/.test(head)) return 'function';
  if (/[=,]\s*$/.test(head) || /\breturn\s*$/.test(head)) return 'part';
  const call = head.indexOf('()');
  if (call < 0) return 'part';
  const initializers = /(^|[^:]):(?!:)/.test(head.slice(call));
  if (initializers && /[\w>]\s*$/.test(head)) return 'part';
  if (/(^|[^=!<>])=(?!=)/.test(head.slice(0, call)) && !/\boperator\b/.test(head)) return 'part';
  return 'function';
}

// "f(int a) : b{1}" becomes "f() : b{}": the shape alone.
function outsideParentheses(head) {
  let depth = 0;
  let out = '';
  for (const sign of head) {
    if (sign === ')' || sign === '}') depth -= 1;
    if (depth === 0) out += sign;
    if (sign === '(' || sign === '{') depth += 1;
  }
  return out;
}

const notTheName = /\b(decltype|noexcept|alignas|requires|explicit|__attribute__)\s*$/;

function parameterList(head) {
  for (let at = 0; at < head.length; at += 1) {
    if (head[at] !== '(') continue;
    const close = matching(head, at);
    const before = head.slice(0, at);
    if (/\boperator\s*$/.test(before) && /^\(\s*\)\s*\(/.test(head.slice(at)))
      return { before: `${before}()`, inside: inner(head, head.indexOf('(', close)) };
    if (!notTheName.test(before)) return { before, inside: inner(head, at) };
    at = close;
  }
  return { before: head, inside: '' };
}

const inner = (head, open) => head.slice(open + 1, matching(head, open));

function nameOf(head) {
  const { before } = parameterList(head);
  return /((?:[\w:]*::)?operator\s*\S+|[\w:~]+|\])\s*$/.exec(before)?.[1] ?? before.trim();
}

function parametersOf(head) {
  const { before, inside } = parameterList(head);
  if (/^\s*[A-Z][A-Z0-9_]+\s*$/.test(before) || /^\s*(void)?\s*$/.test(inside)) return 0;
  let depth = 0;
  let count = 1;
  for (const sign of inside.replace(/->|<=>|<=|>=|<<|operator[<>]/g, '  ')) {
    if ('([{<'.includes(sign)) depth += 1;
    if (')]}>'.includes(sign)) depth -= 1;
    if (sign === ',' && depth === 0) count += 1;
  }
  return count;
}
