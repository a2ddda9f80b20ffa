import type { AccessCondition } from '@highwater/domain';

/**
 * Whether everything that `narrow` lets through is let through by `wide` too: may a reader with `wide` have what was
 * made under `narrow`? Clause by clause, which never says yes wrongly.
 */
export function conditionCovers(wide: AccessCondition, narrow: AccessCondition): boolean {
  if (narrow.kind === 'none' || wide.kind === 'all') return true;
  if (narrow.kind === 'all' || wide.kind === 'none') return false;
  return narrow.any.every((inner) =>
    wide.any.some((outer) => inner.people.every((person) => outer.people.includes(person))),
  );
}
