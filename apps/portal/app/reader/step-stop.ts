import type { Row } from './make-rows.ts';

/** Where the keys stop: a heading (of a dialog, of the next conversation) or a message, in order. */
export interface Stop {
  readonly kind: 'heading' | 'message';
  /** Id of its element. */
  readonly id: string;
  /** Row in which it stands. */
  readonly rowKey: string;
}

export function stopsOf(rows: readonly Row[]): Stop[] {
  return rows.flatMap((row): Stop[] => {
    if (row.kind === 'dialog' || row.kind === 'conversation')
      return [{ kind: 'heading', id: row.key, rowKey: row.key }];
    if (row.kind !== 'group') return [];
    return row.messages.map(({ messageId }) => ({ kind: 'message', id: `m-${messageId}`, rowKey: row.key }));
  });
}

/** The next stop of a kind from an element on; undefined at the end. Without a place to start from, the outermost. */
export function stepStop(
  stops: readonly Stop[],
  fromId: string | null,
  kind: Stop['kind'],
  by: 1 | -1,
): Stop | undefined {
  const from = fromId === null ? -1 : stops.findIndex(({ id }) => id === fromId);
  if (by === 1) return stops.slice(from + 1).find((stop) => stop.kind === kind);
  return stops.slice(0, from === -1 ? stops.length : from).findLast((stop) => stop.kind === kind);
}
