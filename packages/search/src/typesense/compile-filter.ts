import { FaultError } from '@highwater/domain';
import type {
  AccessClause,
  AccessCondition,
  MessageId,
  MessagePosition,
  SearchFilters,
  TenantId,
} from '@highwater/domain';
import { tieOf } from './build-document.ts';
import { encodeId } from './encode-id.ts';

/** The server refuses filters with more signs than this; the filter that a key carries adds its own. */
const MOST_OPERATORS = 96;

/**
 * What must hold beside words, as one filter. `&&` and `||` have the same weight in Typesense and are read from left to
 * right, so every alternative stands in parentheses. Unanswered is not known here and not asked.
 * Throws `search.refused` when the server would not take it.
 */
export function compileFilter(tenantId: TenantId, filters: SearchFilters, access: AccessCondition): string {
  const parts = [tenantFilter(tenantId)];
  if (filters.roomId !== null) parts.push(is('room', filters.roomId));
  if (filters.conversationId !== null) parts.push(is('conversation', filters.conversationId));
  if (filters.kinds.length > 0) parts.push(isOneOf('kind', filters.kinds));
  if (filters.directions.length > 0) parts.push(isOneOf('direction', filters.directions));
  if (filters.hasMedia !== null) parts.push(is('media', filters.hasMedia ? 'yes' : 'no'));
  if (filters.isRecalled !== null) parts.push(is('recalled', filters.isRecalled ? 'yes' : 'no'));
  parts.push(...withinTimes(filters.from, filters.until));
  for (const ids of filters.people) parts.push(isOneOf('people', ids));
  if (access.kind === 'where') parts.push(accessFilter(access));
  const filter = parts.join(' && ');
  if ((filter.match(/&&|\|\|/g) ?? []).length > MOST_OPERATORS) throw new FaultError('search.refused');
  return filter;
}

export function tenantFilter(tenantId: TenantId): string {
  return is('tenant', tenantId);
}

/** Older than a place, in the order of NEWEST_FIRST. */
export function olderThan({ sentAt, messageId }: MessagePosition): string {
  return besidePlace(sentAt, messageId, '<');
}

/** Newer than a place. */
export function newerThan({ sentAt, messageId }: MessagePosition): string {
  return besidePlace(sentAt, messageId, '>');
}

function besidePlace(sentAt: number, messageId: MessageId, sign: '<' | '>'): string {
  const [tieA, tieB] = tieOf(messageId);
  const tie = `(tie_a:${sign}${tieA} || (tie_a:=${tieA} && tie_b:${sign}${tieB}))`;
  return `(sent_at:${sign}${sentAt} || (sent_at:=${sentAt} && ${tie}))`;
}

/** Ids are UUIDs, checked on the way in: nothing in them to quote. */
export function isAmong(messageIds: readonly MessageId[]): string {
  for (const id of messageIds) tieOf(id);
  return `id:=[${messageIds.join(',')}]`;
}

export function withinTimes(from: number | null | undefined, until: number | null | undefined): string[] {
  return [from == null ? [] : `sent_at:>=${from}`, until == null ? [] : `sent_at:<${until}`].flat();
}

/** Clauses that differ in their people alone become one: companies have many grants and few periods. */
function accessFilter(access: Extract<AccessCondition, { kind: 'where' }>): string {
  const alike = Map.groupBy(
    access.any,
    (clause) => `${clause.people === undefined} ${narrowings(clause).join(' && ')}`,
  );
  const clauses = [...alike.values()].map((same) => {
    const [first = {}] = same;
    const people = new Set(same.flatMap((clause) => clause.people ?? []));
    const parts = [...(first.people === undefined ? [] : [isOneOf('people', [...people])]), ...narrowings(first)];
    // What lets everything through has nothing else to say.
    if (parts.length === 0) parts.push('sent_at:>=0 || sent_at:<0');
    return parts.length === 1 && first.people !== undefined ? parts.join() : `(${parts.join(' && ')})`;
  });
  return clauses.length === 0 ? isOneOf('people', []) : `(${clauses.join(' || ')})`;
}

/** All of a clause but its people. */
function narrowings(clause: AccessClause): string[] {
  return [
    ...(clause.with === undefined ? [] : [isOneOf('people', clause.with)]),
    ...(clause.rooms === undefined ? [] : [isOneOf('room', clause.rooms)]),
    ...(clause.kinds === undefined ? [] : [isOneOf('kind', clause.kinds)]),
    ...(clause.directions === undefined ? [] : [isOneOf('direction', clause.directions)]),
    ...withinTimes(clause.from, clause.until),
  ];
}

function is(field: string, id: string): string {
  return `${field}:=${quote(encodeId(id))}`;
}

/** An empty list matches nothing. */
function isOneOf(field: string, ids: readonly string[]): string {
  return `${field}:=[${ids.map((id) => quote(encodeId(id))).join(',')}]`;
}

/** There is no way to write a backtick inside backticks: a value with one is refused, never repaired. */
export function quote(value: string): string {
  if (value.includes('`')) throw new FaultError('search.refused');
  return `\`${value}\``;
}
