import type { AccessClause } from '@highwater/domain';
import type { SqlValues } from './sql-values.ts';

/** What of a clause a row of hw.messages called `alias` says by itself: room, kind, direction and time. */
export function ownSql(
  { rooms, kinds, directions, from, until }: Omit<AccessClause, 'people' | 'with'>,
  alias: string,
  values: SqlValues,
): string {
  const holds: string[] = [];
  if (rooms !== undefined) holds.push(`${alias}.room_id = ANY(${values.add(rooms)}::text[])`);
  if (kinds !== undefined) holds.push(`${alias}.kind = ANY(${values.add(kinds)}::text[])`);
  if (directions !== undefined) holds.push(`${alias}.direction = ANY(${values.add(directions)}::text[])`);
  if (from !== undefined) holds.push(`${alias}.sent_at >= ${values.add(new Date(from))}::timestamptz`);
  if (until !== undefined) holds.push(`${alias}.sent_at < ${values.add(new Date(until))}::timestamptz`);
  return holds.length === 0 ? 'true' : holds.join(' AND ');
}
