import { normaliseText } from './normalise-text.ts';

/** Patterns of a text that stand for every way of writing it, for PostgreSQL's `~`. */
export interface FoldedPattern {
  /** The text normalised. */
  readonly text: string;
  /** The text stands somewhere in it. */
  readonly contains: string;
  readonly begins: string;
  readonly is: string;
}

/** White space of every kind, as JavaScript's `\s` and U+0085. */
const SPACES =
  '[\\u0009-\\u000d\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]+';

/**
 * For short texts that are not indexed, such as names: matches what contains the text once both are normalised, letter
 * case, full width, Traditional and Simplified aside. Does not match what becomes several characters ("ﬁ") or several
 * that become one, which names hardly have.
 */
export function foldedPattern(text: string): FoldedPattern {
  const normalised = normaliseText(text);
  const contains = Array.from(normalised, (codePoint) =>
    codePoint === ' ' ? SPACES : `[${[...waysToWrite(codePoint)].map(escaped).join('')}]`,
  ).join('');
  return { text: normalised, contains, begins: `^${contains}`, is: `^${contains}$` };
}

/** The planes in which characters have other forms that people write: the first, and the rare ideographs. */
const SCANNED: readonly (readonly [from: number, until: number])[] = [
  [0x20, 0xd7ff],
  [0xe000, 0xffff],
  [0x20000, 0x2fa1f],
];
let written: ReadonlyMap<string, ReadonlySet<string>> | undefined;

function waysToWrite(codePoint: string): ReadonlySet<string> {
  written ??= collectWays();
  return written.get(codePoint) ?? new Set([codePoint]);
}

/** Only those that have more than one; a tenth of a second, once. */
function collectWays(): ReadonlyMap<string, ReadonlySet<string>> {
  const ways = new Map<string, Set<string>>();
  for (const [from, until] of SCANNED) {
    for (let code = from; code <= until; code += 1) {
      const each = String.fromCodePoint(code);
      const folded = normaliseText(each);
      if (folded === each || folded.length > 2 || String.fromCodePoint(folded.codePointAt(0) ?? 0) !== folded) continue;
      const known = ways.get(folded);
      if (known === undefined) ways.set(folded, new Set([folded, each]));
      else known.add(each);
    }
  }
  return ways;
}

function escaped(codePoint: string): string {
  return `\\U${(codePoint.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`;
}
