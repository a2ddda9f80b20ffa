import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type MutableRefObject } from 'react';
import { DrawRow } from './draw-row.tsx';
import type { Row } from './make-rows.ts';
import { settle, type Held } from './settle.ts';

/** Rows drawn beyond the window on either side. */
const BEYOND = 20;

/** Height of a row that was never drawn, in px. */
function guessHeight(row: Row): number {
  if (row.kind === 'group') return 44 + row.messages.length * 46;
  return row.kind === 'dialog' ? 84 : 40;
}

interface VirtualProps {
  readonly rows: readonly Row[];
  /** Of rows that were drawn before, by key, in px. */
  readonly heights: ReadonlyMap<string, number>;
  /** What has to stay where it is; taken. */
  readonly held: MutableRefObject<Held | null>;
  readonly revealRef: MutableRefObject<(key: string) => void>;
}

/** Rows of which those near the window are drawn. */
export function VirtualRows({ rows, heights, held, revealRef }: VirtualProps) {
  const box = useRef<HTMLDivElement>(null);
  const [offset, setOffset] = useState(0);
  // eslint-disable-next-line react/incompatible-library -- what it returns is read while drawing and kept by nothing
  const virtualizer = useWindowVirtualizer<HTMLDivElement>({
    count: rows.length,
    overscan: BEYOND,
    scrollMargin: offset,
    getItemKey: (index) => rows[index]?.key ?? index,
    estimateSize: (index) => {
      const row = rows[index];
      return row === undefined ? 0 : (heights.get(row.key) ?? guessHeight(row));
    },
  });
  useLayoutEffect(() => {
    if (box.current !== null) setOffset(box.current.getBoundingClientRect().top + scrollY);
  }, [rows]);
  useLayoutEffect(() => {
    const hold = held.current;
    if (hold === null || box.current === null) return;
    held.current = null;
    const index = rows.findIndex(
      (row) => row.kind === 'group' && row.messages.some(({ messageId }) => `m-${messageId}` === hold.id),
    );
    const start = virtualizer.measurementsCache[index]?.start;
    if (start !== undefined) {
      scrollTo({ top: start - hold.top, behavior: 'instant' });
      requestAnimationFrame(() => settle(hold));
    }
  });
  useLayoutEffect(() => {
    revealRef.current = (key) => {
      const index = rows.findIndex((row) => row.key === key);
      if (index !== -1) virtualizer.scrollToIndex(index, { align: 'center' });
    };
    return () => {
      revealRef.current = () => undefined;
    };
  }, [rows, virtualizer, revealRef]);
  return (
    <div ref={box} className="relative" style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ index, key, start }) => {
        const row = rows[index];
        return row === undefined ? null : (
          <div
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            data-row={row.key}
            className="absolute inset-x-0 pb-3"
            style={{ top: start - offset }}
          >
            <DrawRow row={row} />
          </div>
        );
      })}
    </div>
  );
}
