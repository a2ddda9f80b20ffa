import { createRandom } from '../seeded-random.ts';

/** A file of the run: noise of a size that anybody can make again from its seed. */
export interface PlannedFile {
  readonly seed: string;
  readonly size: number;
}

export const LARGEST = 64 * 1024 * 1024;
const SHARD = 524_288;

/** So that 1,000 files are 4 GiB in all. */
const MEAN = (4 * 1024 ** 3) / 1000;

/**
 * Sizes from nothing to 64 MiB, equally many of every order of magnitude; the first few lie on borders. Same seed, same
 * files.
 */
export function planFiles(count: number, seed: number): readonly PlannedFile[] {
  const random = createRandom(seed);
  const borders = [0, 1, SHARD - 1, SHARD, SHARD + 1, 2 * SHARD, 16 * SHARD, LARGEST].slice(0, count);
  const drawn = Array.from({ length: count - borders.length }, () => Math.exp(random() * Math.log(LARGEST + 1)) - 1);
  const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
  // Chance alone makes a few hundred MiB more or less.
  const scale = Math.max(0, count * MEAN - sum(borders)) / Math.max(1, sum(drawn));
  const sizes = [...borders, ...drawn.map((size) => Math.min(LARGEST, Math.floor(size * scale)))];
  return sizes.map((size, at) => ({ seed: `${seed} ${at}`, size }));
}
