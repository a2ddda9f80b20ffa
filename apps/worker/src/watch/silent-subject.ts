import type { ConnectionId } from '@highwater/domain';

/** What the finding of a silence beyond WeCom's five days is about; the next answer closes it. */
export function silentSubject(connectionId: ConnectionId): string {
  return `connection:${connectionId}:silent`;
}
