import { forwardRef, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { DrawRow } from './draw-row.tsx';
import type { Row } from './make-rows.ts';
import { settle, type Held } from './settle.ts';
import { VirtualRows } from './virtual-rows.tsx';

/** Rows above which only those near the window are drawn: up to here finding in the page and screen readers have all. */
const ALL_DRAWN = 300;

export interface RowListHandle {
  /** Brings a row onto the page; where all are drawn it is there. */
  reveal(key: string): void;
  /** Remembers what is seen now, so that it stays where it is when rows come before it. */
  hold(): void;
}

/** The first message that reaches into the window: rows may merge with older ones, messages stay themselves. */
function firstSeen(list: HTMLElement): Held | null {
  for (const element of list.querySelectorAll<HTMLElement>('[data-message]')) {
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom > 0) return { id: element.id, top };
  }
  return null;
}

/** The rows of a conversation: all of them as the server sent them, and when they have become many those near the window. */
export const RowList = forwardRef<RowListHandle, { readonly rows: readonly Row[] }>(function RowList({ rows }, handle) {
  const list = useRef<HTMLDivElement>(null);
  const held = useRef<Held | null>(null);
  const reveal = useRef<(key: string) => void>(() => undefined);
  const [heights] = useState(() => new Map<string, number>());
  const isVirtual = rows.length > ALL_DRAWN;
  useImperativeHandle(
    handle,
    () => ({
      reveal: (key) => reveal.current(key),
      hold: () => {
        if (list.current === null) return;
        held.current = firstSeen(list.current);
        for (const element of list.current.querySelectorAll<HTMLElement>('[data-row]')) {
          heights.set(element.dataset['row'] ?? '', element.offsetHeight);
        }
      },
    }),
    [heights],
  );
  useLayoutEffect(() => {
    const hold = held.current;
    held.current = null;
    if (hold === null || isVirtual) return;
    settle(hold);
  }, [rows, isVirtual]);
  return (
    <div ref={list} className="[overflow-anchor:none]">
      {isVirtual ? (
        <VirtualRows rows={rows} heights={heights} held={held} revealRef={reveal} />
      ) : (
        rows.map((row) => (
          <div key={row.key} data-row={row.key} className="pb-3">
            <DrawRow row={row} />
          </div>
        ))
      )}
    </div>
  );
});
