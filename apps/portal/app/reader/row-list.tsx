import { forwardRef } from 'react';
import { LongList, type ListShape, type LongListHandle } from '../components/long-list.tsx';
import { DrawRow } from './draw-row.tsx';
import type { Row } from './make-rows.ts';

/** Rows may merge with older ones, messages stay themselves: a place is remembered by its message. */
const SHAPE: ListShape<Row> = {
  keyOf: (row) => row.key,
  draw: (row) => <DrawRow row={row} />,
  guessHeight(row) {
    if (row.kind === 'group') return 44 + row.messages.length * 46;
    return row.kind === 'dialog' ? 84 : 40;
  },
  space: 'pb-3',
  held: '[data-message]',
  holds: (row, id) => row.kind === 'group' && row.messages.some(({ messageId }) => `m-${messageId}` === id),
  allDrawn: 300,
  sentFor: 120,
};

/** The rows of what is read. */
export const RowList = forwardRef<LongListHandle, { readonly rows: readonly Row[] }>(function RowList(
  { rows },
  handle,
) {
  return <LongList items={rows} shape={SHAPE} handle={handle} />;
});
