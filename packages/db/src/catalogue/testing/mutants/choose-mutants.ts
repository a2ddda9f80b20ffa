import { createHash } from 'node:crypto';
import type { UnixMs } from '@highwater/domain';
import type { Mutant } from './mutant.ts';

/** The day in UTC as a number ("20261122"). */
export function seedOfDay(now: UnixMs): number {
  return Number(new Date(now).toISOString().slice(0, 10).replaceAll('-', ''));
}

/** `count` of them that follow from the seed, of as many kinds as there are: a kind of hundreds takes no more turns than a kind of seven. */
export function chooseMutants(mutants: readonly Mutant[], seed: number, count: number): readonly Mutant[] {
  const rank = (name: string): string => createHash('sha256').update(`${seed} ${name}`).digest('hex');
  const ranked = [...Map.groupBy(mutants, ({ kind }) => kind)].flatMap(([kind, list]) =>
    list
      .map((mutant) => ({ mutant, at: rank(mutant.name) }))
      .toSorted((one, other) => (one.at < other.at ? -1 : 1))
      .map(({ mutant }, turn) => ({ mutant, turn, at: rank(kind) })),
  );
  return ranked
    .toSorted((one, other) => one.turn - other.turn || (one.at < other.at ? -1 : 1))
    .slice(0, count)
    .map(({ mutant }) => mutant);
}
