/**
 * TypeScript source as words, strings and signs, without comments: enough to see what is imported
 * and which globals are used, and far less than a parser.
 * @module
 */

export type Token = {
  /** `template` stands for a text part of a template; `regex` for a literal. */
  readonly type: 'word' | 'number' | 'string' | 'template' | 'regex' | 'sign';
  /** The text of a string or a template is without its quotes. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
};

const WORD = /[\p{ID_Start}$_#][\p{ID_Continue}$\u200c\u200d]*/uy;
const NUMBER = /\.?\d[\w.]*/y;
const SPACE = /\s+/y;
const LINE_COMMENT = /\/\/[^\n]*/y;
const BLOCK_COMMENT = /\/\*.*?\*\//sy;
const QUOTED = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/sy;
const TEMPLATE_PART = /(?:[^`\\$]|\\.|\$(?!\{))*(?:`|\$\{)/sy;
const REGEX = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;

/** After these words a slash begins a regular expression. */
const BEFORE_REGEX = new Set(
  'return typeof instanceof in of new delete void throw case do else yield await'.split(' '),
);

export function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = [];
  /** For each open template: how many braces are open inside its current expression. */
  const templates: number[] = [];
  let at = 0;
  let line = 1;

  function take(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    const text = pattern.exec(source)?.[0];
    if (text !== undefined) at += text.length;
    return text;
  }

  function add(type: Token['type'], text: string): void {
    tokens.push({ type, text, line });
  }

  function count(text: string): void {
    line += text.split('\n').length - 1;
  }

  function templatePart(): void {
    const text = take(TEMPLATE_PART) ?? source.slice(at);
    if (text === '') return;
    add('template', text.replace(/(?:`|\$\{)$/, ''));
    count(text);
    if (text.endsWith('${')) templates.push(0);
  }

  while (at < source.length) {
    const skipped = take(SPACE) ?? take(LINE_COMMENT) ?? take(BLOCK_COMMENT);
    if (skipped !== undefined) {
      count(skipped);
      continue;
    }
    const quoted = take(QUOTED);
    if (quoted !== undefined) {
      add('string', quoted.slice(1, -1));
      count(quoted);
      continue;
    }
    if (source[at] === '`') {
      at += 1;
      templatePart();
      continue;
    }
    const word = take(WORD);
    if (word !== undefined) {
      add('word', word);
      continue;
    }
    const number = take(NUMBER);
    if (number !== undefined) {
      add('number', number);
      continue;
    }
    const regex = source[at] === '/' && mayBeginRegex(tokens.at(-1)) ? take(REGEX) : undefined;
    if (regex !== undefined) {
      add('regex', regex);
      continue;
    }
    const sign = source[at] ?? '';
    at += 1;
    const open = templates.at(-1);
    if (sign === '}' && open === 0) {
      templates.pop();
      templatePart();
      continue;
    }
    if (open !== undefined && sign === '{') templates[templates.length - 1] = open + 1;
    if (open !== undefined && sign === '}') templates[templates.length - 1] = open - 1;
    add('sign', sign);
  }
  return tokens;
}

function mayBeginRegex(before: Token | undefined): boolean {
  if (before === undefined) return true;
  switch (before.type) {
    case 'word':
      return BEFORE_REGEX.has(before.text);
    case 'number':
    case 'string':
    case 'template':
    case 'regex':
      return false;
    case 'sign':
      return !')]}'.includes(before.text);
  }
}

/** A module named by an import, a re-export or a dynamic import. */
export type Import = { readonly specifier: string; readonly line: number };

/** All of them in order; the specifier of a computed one is '(computed)'. */
export function importsOf(tokens: readonly Token[]): readonly Import[] {
  const imports: Import[] = [];
  for (const [position, token] of tokens.entries()) {
    if (token.type !== 'word') continue;
    const before = tokens[position - 1];
    if (before?.type === 'sign' && before.text === '.') continue;
    const next = tokens[position + 1];
    if ((token.text === 'from' || token.text === 'import') && next?.type === 'string') {
      imports.push({ specifier: next.text, line: next.line });
    }
    const isCall = next?.type === 'sign' && next.text === '(';
    if ((token.text === 'import' || token.text === 'require') && isCall) {
      const argument = tokens[position + 2];
      const isText = argument?.type === 'string' || argument?.type === 'template';
      const specifier = isText ? argument.text : '(computed)';
      imports.push({ specifier, line: token.line });
    }
  }
  return imports;
}
