/** Stands where WeCom's credential for a file stood. */
export const FILE_ID_MARKER = '[removed: sdkfileid]';

const KEY = 'sdkfileid';
/** A JSON string, or what is left of one when the text is cut. */
const LITERAL = /"([^"\\]*(?:\\[\s\S][^"\\]*)*)("|$)/g;
/** Shorter values could stand anywhere in a text by chance, so they are only replaced where their key stands. */
const SHORTEST_UNMISTAKABLE = 16;
const DEEPEST = 64;

function decode(inner: string): string {
  try {
    const value: unknown = JSON.parse(`"${inner}"`);
    return typeof value === 'string' ? value : inner;
  } catch {
    return inner;
  }
}

/** Replaces the value of every `sdkfileid` key, at any depth of JSON inside strings, by what `replace` answers. */
function replaceValues(text: string, replace: (id: string) => string, depth = 0): string {
  let end = 0;
  let afterKey = false;
  return text.replace(LITERAL, (literal: string, inner: string, _close: string, offset: number) => {
    const isValue = afterKey && /^\s*:[\s[]*$/.test(text.slice(end, offset));
    end = offset + literal.length;
    const decoded = decode(inner);
    afterKey = !isValue && decoded.toLowerCase() === KEY;
    if (isValue) return decoded === '' || decoded === FILE_ID_MARKER ? literal : JSON.stringify(replace(decoded));
    if (depth >= DEEPEST || !decoded.includes('"')) return literal;
    const changed = replaceValues(decoded, replace, depth + 1);
    return changed === decoded ? literal : JSON.stringify(changed);
  });
}

function listFileIds(text: string): Set<string> {
  const ids = new Set<string>();
  replaceValues(text, (id) => {
    ids.add(id);
    return id;
  });
  return ids;
}

/** The id as it may be written inside JSON inside JSON: slashes with any number of backslashes before them. */
function writtenForms(id: string): RegExp {
  return new RegExp(id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('/', '\\\\*/'), 'g');
}

/**
 * The plaintext with every sdkfileid (which contains the file's key) replaced by a marker; all other characters stay
 * as they were. `known` are the ids that the parser found. Texts that are not JSON are masked too.
 */
export function maskFileIds(plaintext: string, known: readonly string[]): string {
  let masked = plaintext;
  for (const id of new Set([...known, ...listFileIds(plaintext)])) {
    if (id.length >= SHORTEST_UNMISTAKABLE) masked = masked.replace(writtenForms(id), FILE_ID_MARKER);
  }
  // Short ids and unusual escapes: here the string around the id is written anew.
  if (listFileIds(masked).size > 0) masked = replaceValues(masked, () => FILE_ID_MARKER);
  return masked.replace(/(sdkfileid[\\"'\s:=[]{0,80})([A-Za-z0-9+/=_*-]{16,})/gi, `$1${FILE_ID_MARKER}`);
}
