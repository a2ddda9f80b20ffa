import { forwardRef, useCallback, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { DrawRow } from './draw-row.tsx';
import type { Row } from './make-rows.ts';
import { settle, type Held } from './settle.ts';
import type { VirtualRows } from './virtual-rows.tsx';

/** Rows above which only those near the window are drawn: up to here finding in the page and screen readers have all. */
const ALL_DRAWN = 300;
/** Rows from which on what draws only a part is sent for: few readers come so far. */
const SENT_FOR = 120;

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
  const [Virtual, setVirtual] = useState<typeof VirtualRows | null>(null);
  const isVirtual = rows.length > ALL_DRAWN && Virtual !== null;
  const hold = useCallback(() => {
    if (list.current === null) return;
    held.current = firstSeen(list.current);
    for (const element of list.current.querySelectorAll<HTMLElement>('[data-row]')) {
      heights.set(element.dataset['row'] ?? '', element.offsetHeight);
    }
  }, [heights]);
  useImperativeHandle(handle, () => ({ reveal: (key) => reveal.current(key), hold }), [hold]);
  const isLong = rows.length > SENT_FOR;
  useEffect(() => {
    if (!isLong) return;
    let isGone = false;
    void import('./virtual-rows.tsx').then(
      (part) => {
        if (isGone) return;
        hold();
        setVirtual(() => part.VirtualRows);
      },
      // Without it everything is drawn.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [isLong, hold]);
  useLayoutEffect(() => {
    const seen = held.current;
    held.current = null;
    if (seen !== null && !isVirtual) settle(seen);
  }, [rows, isVirtual]);
  return (
    <div ref={list} className="[overflow-anchor:none]">
      {isVirtual ? (
        <Virtual rows={rows} heights={heights} held={held} revealRef={reveal} />
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
