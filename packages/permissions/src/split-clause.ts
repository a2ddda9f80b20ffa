import type { AccessClause } from '@highwater/domain';

/** So many parts of one clause are looked at. */
const MOST_PARTS = 50_000;
const FIELDS = ['people', 'with', 'rooms', 'kinds', 'directions'] as const;

/** A clause as clauses of one value each that together let through the same; lists too many to be split stay whole. */
export function splitClause(clause: AccessClause): readonly AccessClause[] {
  return FIELDS.reduce<readonly AccessClause[]>(
    (parts, field) => {
      const list = clause[field];
      if (list === undefined || parts.length * list.length > MOST_PARTS) return parts;
      return parts.flatMap((part) => list.map((value): AccessClause => ({ ...part, [field]: [value] })));
    },
    [clause],
  );
}
