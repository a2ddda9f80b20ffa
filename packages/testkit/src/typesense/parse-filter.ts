import { isNumber, type Collection, type Field, type Stored } from './collection.ts';
import { Refusal } from './refusal.ts';

export type Condition = (document: Stored) => boolean;

type Token = { readonly kind: '(' | ')' | '&&' | '||' } | { readonly kind: 'expression'; readonly text: string };

const UNPARSED = 'Could not parse the filter query.';
/** `filter_by` takes no more signs than this. */
const MOST_OPERATORS = 100;

/** A filter as the server reads it: `&&` and `||` have the same weight and go from left to right. */
export function parseFilter(collection: Collection, filter: string): Condition {
  if (filter.trim() === '') return () => true;
  const tokens = readTokens(filter);
  if (tokens.filter(({ kind }) => kind === '&&' || kind === '||').length > MOST_OPERATORS) {
    throw new Refusal(400, '`filter_by` has too many operations.');
  }
  let at = 0;
  const condition = readAll(false);
  if (at < tokens.length) throw new Refusal(400, UNPARSED);
  return condition;

  function readAll(isInside: boolean): Condition {
    let left = readOne();
    for (;;) {
      const token = tokens[at];
      if (token === undefined || token.kind === ')') {
        if (isInside !== (token?.kind === ')'))
          throw new Refusal(400, `${UNPARSED.slice(0, -1)}: unbalanced parentheses.`);
        return left;
      }
      if (token.kind !== '&&' && token.kind !== '||') throw new Refusal(400, UNPARSED);
      at += 1;
      const [before, after] = [left, readOne()];
      left =
        token.kind === '&&'
          ? (document) => before(document) && after(document)
          : (document) => before(document) || after(document);
    }
  }

  function readOne(): Condition {
    const token = tokens[at];
    at += 1;
    if (token?.kind === '(') {
      const inner = readAll(true);
      at += 1;
      return inner;
    }
    if (token?.kind !== 'expression') throw new Refusal(400, UNPARSED);
    return readExpression(collection, token.text);
  }
}

/** Nothing inside backticks or brackets is a sign. */
function readTokens(filter: string): Token[] {
  const tokens: Token[] = [];
  let text = '';
  let isQuoted = false;
  let depth = 0;
  const flush = (): void => {
    if (text.trim() !== '') tokens.push({ kind: 'expression', text: text.trim() });
    text = '';
  };
  for (let at = 0; at < filter.length; at += 1) {
    const character = filter[at] ?? '';
    const pair = filter.slice(at, at + 2);
    if (character === '`') isQuoted = !isQuoted;
    if (!isQuoted && character === '[') depth += 1;
    if (!isQuoted && character === ']') depth -= 1;
    const isPlain = isQuoted || depth > 0;
    if (!isPlain && (pair === '&&' || pair === '||')) {
      flush();
      tokens.push({ kind: pair });
      at += 1;
    } else if (!isPlain && (character === '(' || character === ')')) {
      flush();
      tokens.push({ kind: character });
    } else text += character;
  }
  if (isQuoted || depth !== 0) throw new Refusal(400, UNPARSED);
  flush();
  return tokens;
}

function readExpression(collection: Collection, text: string): Condition {
  const match = /^([\w.]+)\s*:\s*(.*)$/su.exec(text);
  const [, name = '', rest = ''] = match ?? [];
  if (match === null || rest === '') throw new Refusal(400, UNPARSED);
  const field = collection.fields.find((known) => known.name === name);
  if (field === undefined && name !== 'id') {
    throw new Refusal(400, `Could not find a filter field named \`${name}\` in the schema.`);
  }
  if (field !== undefined && isNumber(field)) return numberCondition(field, rest);
  const [, sign = '', values = ''] = /^(:?!?=?)\s*(.*)$/su.exec(rest) ?? [];
  const wanted = listOf(values).map((value) => value.toLowerCase());
  const isNot = sign.startsWith('!');
  const isExact = sign.endsWith('=') || name === 'id';
  return (document) => {
    const has = valuesOf(document[name]).some((value) =>
      wanted.some((one) => (isExact ? value === one : value.includes(one))),
    );
    return has !== isNot;
  };
}

function numberCondition(field: Field, rest: string): Condition {
  const [, sign = '', values = ''] = /^(<=|>=|<|>|!=|=)?\s*(.*)$/su.exec(rest) ?? [];
  const read = (value: string): number => {
    if (!/^-?\d+$/.test(value))
      throw new Refusal(400, `Error with filter field \`${field.name}\`: Not an ${field.type}.`);
    return Number(value);
  };
  const tests = listOf(values).map((value): ((number: number) => boolean) => {
    const range = value.split('..');
    if (range.length === 2) {
      const [from, to] = range.map((end) => read(end.trim()));
      return (number) => number >= (from ?? 0) && number <= (to ?? 0);
    }
    const wanted = read(value);
    if (sign === '<') return (number) => number < wanted;
    if (sign === '>') return (number) => number > wanted;
    if (sign === '<=') return (number) => number <= wanted;
    if (sign === '>=') return (number) => number >= wanted;
    return (number) => number === wanted;
  });
  const isNot = sign === '!=';
  return (document) => {
    const value = document[field.name];
    return typeof value === 'number' && tests.some((test) => test(value)) !== isNot;
  };
}

/** `x`, or `[a,b]`; backticks keep what is inside as it is. */
function listOf(values: string): string[] {
  const inner = values.startsWith('[') && values.endsWith(']') ? values.slice(1, -1) : undefined;
  if (inner === undefined) return [unquote(values)];
  const parts = inner.match(/`[^`]*`|[^,`]+/g) ?? [];
  return parts.map((part) => unquote(part.trim())).filter((part) => part !== '');
}

function unquote(value: string): string {
  return value.startsWith('`') && value.endsWith('`') ? value.slice(1, -1) : value;
}

function valuesOf(value: unknown): string[] {
  const all = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return all.map((one) => String(one).toLowerCase());
}
