import type { SearchFacts } from './search-row.ts';

const SEEDS = [0x9e3779b1, 0x85ebca6b] as const;
/** Of the upper half: together 53 bits, what a number holds exactly. */
const UPPER = 2 ** 21;

/**
 * The number that stands for a conversation and the people of a message, whatever their order. Made of keyed hashes, so
 * nobody chooses what collides; two sets that do would be counted as one, and nothing else depends on it.
 */
export function audienceOf({ conversation, people }: Pick<SearchFacts, 'conversation' | 'people'>): number {
  const parts = [conversation, ...people.toSorted((one, other) => one - other)];
  const [lower = 0, upper = 0] = SEEDS.map((seed) => mix(seed, parts));
  return (upper % UPPER) * 2 ** 32 + lower;
}

/** The mixing steps of MurmurHash3 over whole numbers; 32 bits, unsigned. */
function mix(seed: number, parts: readonly number[]): number {
  let state = seed;
  for (const part of parts) {
    const turned = Math.imul(part, 0xcc9e2d51);
    state ^= Math.imul((turned << 15) | (turned >>> 17), 0x1b873593);
    state = (Math.imul((state << 13) | (state >>> 19), 5) + 0xe6546b64) | 0;
  }
  state ^= parts.length;
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
