import type { ActorName } from './actors.ts';

/** Something of company A that only some may learn: a text, an id, an address, a secret. */
export interface ProtectedValue {
  /** What it is, for the report: "text of the hidden room". Never its value. */
  readonly what: string;
  readonly value: string;
  /** Whether it may stand in a log: ids of allow-listed fields do, everything else never. */
  readonly loggable: boolean;
  /** Actors who may learn it anywhere. */
  readonly knownTo: readonly ActorName[];
}

/**
 * Which of the values stand in the bytes, also escaped as JSON or in an address, as hex, in GBK, or inside base64 (a cursor
 * is base64 of JSON). Bytes are read as latin1, one character each.
 */
export function findValues<Value extends { readonly value: string }>(
  haystack: Uint8Array,
  values: readonly Value[],
): readonly Value[] {
  const text = Buffer.from(haystack).toString('latin1');
  return values.filter(({ value }) => formsOf(value).some((form) => text.includes(form)));
}

const forms = new Map<string, readonly string[]>();

function formsOf(value: string): readonly string[] {
  const known = forms.get(value);
  if (known !== undefined) return known;
  const bytes = Buffer.from(value, 'utf8');
  const made = [
    bytes.toString('latin1'),
    escapeAsJson(value),
    escapeAll(value),
    encodeURIComponent(value),
    encodeURIComponent(value).toLowerCase(),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    encodeGbk(value).toString('latin1'),
    ...base64Cores(bytes),
  ];
  const unique = [...new Set(made)];
  forms.set(value, unique);
  return unique;
}

function escapeAsJson(value: string): string {
  return value.replaceAll(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function escapeAll(value: string): string {
  return Array.from({ length: value.length }, (_, at) => value.charCodeAt(at))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');
}

let gbk: ReadonlyMap<string, readonly [number, number]> | undefined;

/** As Chinese systems of before Unicode write it; characters that they do not know become a question mark. */
function encodeGbk(value: string): Buffer {
  gbk ??= readGbk();
  const table = gbk;
  return Buffer.from([...value].flatMap((c) => (c <= '\x7f' ? [c.charCodeAt(0)] : [...(table.get(c) ?? [0x3f])])));
}

function readGbk(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder('gbk', { fatal: true });
  const table = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      try {
        table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
      } catch {
        // A pair that stands for nothing.
      }
    }
  }
  return table;
}

/** What base64 always writes for these bytes, wherever they begin: for each of the three places the part that no neighbour changes. */
function base64Cores(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((shift) => {
    const bits = (shift + bytes.byteLength) * 8;
    const written = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    const core = written.slice(Math.ceil((shift * 8) / 6), Math.floor(bits / 6));
    return core.length < 12 ? [] : [core, core.replaceAll('+', '-').replaceAll('/', '_')];
  });
}
