import type { UnixMs } from '@highwater/domain';

/** A value and the first look that found it. */
export interface SeenValue {
  readonly value: string;
  readonly seenFrom: UnixMs;
}

/**
 * What a thing was called at a time: the value found last by then. Before the first look the first value, as nobody knew
 * an earlier one; between two looks the earlier one, until the look that found another. `values` are oldest first.
 */
export function valueAt(values: readonly SeenValue[], at: UnixMs): string | null {
  return (values.findLast(({ seenFrom }) => seenFrom <= at) ?? values[0])?.value ?? null;
}
