import type { ConnectionRow, FindingRow } from '@highwater/db';
import type { UnixMs } from '@highwater/domain';

/** How long WeCom keeps messages. */
export const WINDOW_MS = 5 * 86_400_000;

export type AnsweredConnection = Pick<ConnectionRow, 'connectionId' | 'lastAnswerAt' | 'createdAt'>;

export interface TimeSpan {
  readonly from: UnixMs;
  readonly until: UnixMs;
}

/** What a connection that gets no answer has lost so far: from the last answer until five days ago; null when nothing. */
export function lostSoFar({ lastAnswerAt, createdAt }: AnsweredConnection, now: UnixMs): TimeSpan | null {
  return spanOf(lastAnswerAt ?? createdAt, now - WINDOW_MS);
}

/**
 * The time whose messages WeCom dropped while a finding was open: as the finding says, else as its connection was
 * answered; null when nothing was dropped.
 */
export function findLostTime(
  { fault, subject, detail, since, resolvedAt }: FindingRow,
  connections: readonly AnsweredConnection[],
  now: UnixMs,
): TimeSpan | null {
  const end = resolvedAt ?? now;
  if (fault === 'archive.window_passed') {
    const [from, until] = [Number(detail['since'] ?? since), Number(detail['until'] ?? end - WINDOW_MS)];
    return { from, until: Math.max(from, until) };
  }
  // A connection that answers can have the other finding: no messages.
  if (resolvedAt !== null) return fault === 'messages.none' ? null : spanOf(since, end - WINDOW_MS);
  const connection = connections.find(({ connectionId }) => isAbout(subject, connectionId));
  return connection === undefined ? null : lostSoFar(connection, now);
}

function isAbout(subject: string, connectionId: string): boolean {
  return subject === `connection:${connectionId}` || subject.startsWith(`connection:${connectionId}:`);
}

function spanOf(from: UnixMs, until: UnixMs): TimeSpan | null {
  return until > from ? { from, until } : null;
}
