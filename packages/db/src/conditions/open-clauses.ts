import type { AccessClause } from '@highwater/domain';
import { ownSql } from './own-sql.ts';
import type { SqlValues } from './sql-values.ts';

/** Clauses that name people, of whom one takes part in all that they let through, and those that name nobody. */
export interface NamedAndOpen {
  readonly named: readonly AccessClause[];
  readonly open: readonly AccessClause[];
}

const parted = new WeakMap<readonly AccessClause[], NamedAndOpen>();

/**
 * Clauses by whether attendance leads to what they let through. Where all of them name people, `named` is the list itself,
 * so that what is kept of it is found again.
 */
export function partClauses(clauses: readonly AccessClause[]): NamedAndOpen {
  const known = parted.get(clauses) ?? partAnew(clauses);
  parted.set(clauses, known);
  return known;
}

function partAnew(clauses: readonly AccessClause[]): NamedAndOpen {
  const open = clauses.filter((clause) => clause.people === undefined && clause.with === undefined);
  return { named: open.length === 0 ? clauses : clauses.filter((clause) => !open.includes(clause)), open };
}

/**
 * That one of the open clauses lets a row of hw.messages called `alias` through. With `room`, the room of its conversation
 * as an expression, other rooms are not walked through.
 */
export function openSql(
  open: readonly AccessClause[],
  alias: string,
  values: SqlValues,
  room: string | null = null,
): string {
  const holds = `(${open.map((clause) => ownSql(clause, alias, values)).join(' OR ')})`;
  const rooms = open.map((clause) => clause.rooms);
  if (room === null || rooms.includes(undefined)) return holds;
  return `${room} = ANY(${values.add([...new Set(rooms.flatMap((list) => list ?? []))])}::text[]) AND ${holds}`;
}
