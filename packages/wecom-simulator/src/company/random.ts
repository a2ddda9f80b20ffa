import { createHash } from 'node:crypto';

/** A small seeded generator: the same seed gives the same choices. */
export interface Random {
  /** From 0 up to but not including 1. */
  fraction(): number;
  /** From `min` to `max`, both inclusive. */
  integer(min: number, max: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** `count` different items in random order, or all when there are fewer. */
  sample<Item>(items: readonly Item[], count: number): Item[];
  /** 64 random bits. */
  bits64(): bigint;
  text(length: number, alphabet: string): string;
}

/** sfc32 (Doty-Humphrey), seeded with SHA-256 of the text. */
export function createRandom(seed: string): Random {
  const hash = createHash('sha256').update(seed).digest();
  let [a, b, c, counter] = [hash.readInt32LE(0), hash.readInt32LE(4), hash.readInt32LE(8), 1];

  function bits32(): number {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
  for (let round = 0; round < 12; round += 1) bits32();

  const fraction = (): number => bits32() / 2 ** 32;
  const integer = (min: number, max: number): number => min + Math.floor(fraction() * (max - min + 1));
  return {
    fraction,
    integer,
    pick(items) {
      const item = items[integer(0, items.length - 1)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
    sample(items, count) {
      const left = [...items];
      return Array.from({ length: Math.min(count, left.length) }, () =>
        left.splice(integer(0, left.length - 1), 1),
      ).flat();
    },
    bits64: () => (BigInt(bits32()) << 32n) | BigInt(bits32()),
    text: (length, alphabet) => Array.from({ length }, () => alphabet.charAt(integer(0, alphabet.length - 1))).join(''),
  };
}
