import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type FocusEvent, type MutableRefObject } from 'react';
import type { ListShape } from './long-list.tsx';
import { settle, type Held } from './settle.ts';

/** Items drawn beyond the window on either side. */
const BEYOND = 20;

interface VirtualProps<Item> {
  readonly items: readonly Item[];
  readonly shape: ListShape<Item>;
  readonly label: string | undefined;
  /** Of items that were drawn before, by key, in px. */
  readonly heights: ReadonlyMap<string, number>;
  /** What has to stay where it is; taken. */
  readonly held: MutableRefObject<Held | null>;
  readonly revealRef: MutableRefObject<(key: string) => void>;
}

/** A list of which what is near the window is drawn, and what has the focus. */
export function VirtualList<Item>({ items, shape, label, heights, held, revealRef }: VirtualProps<Item>) {
  const { keyOf, draw, guessHeight, holds, space } = shape;
  const box = useRef<HTMLElement>(null);
  const [offset, setOffset] = useState(0);
  const [focused, setFocused] = useState<string | null>(null);
  const focusedAt = focused === null ? -1 : items.findIndex((item) => keyOf(item) === focused);
  // eslint-disable-next-line react/incompatible-library -- what it returns is read while drawing and kept by nothing
  const virtualizer = useWindowVirtualizer<HTMLElement>({
    count: items.length,
    overscan: BEYOND,
    scrollMargin: offset,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    estimateSize: (index) => {
      const item = items[index];
      return item === undefined ? 0 : (heights.get(keyOf(item)) ?? guessHeight(item));
    },
    rangeExtractor: (range) => {
      const near = defaultRangeExtractor(range);
      if (focusedAt === -1 || near.includes(focusedAt)) return near;
      return [...near, focusedAt].toSorted((one, other) => one - other);
    },
  });
  useLayoutEffect(() => {
    if (box.current !== null) setOffset(box.current.getBoundingClientRect().top + scrollY);
  }, [items]);
  useLayoutEffect(() => {
    const hold = held.current;
    if (hold === null || box.current === null) return;
    held.current = null;
    const start = virtualizer.measurementsCache[items.findIndex((item) => holds(item, hold.id))]?.start;
    if (start !== undefined) {
      scrollTo({ top: start - hold.top, behavior: 'instant' });
      requestAnimationFrame(() => settle(hold));
    }
  });
  useLayoutEffect(() => {
    revealRef.current = (key) => {
      const index = items.findIndex((item) => keyOf(item) === key);
      if (index !== -1) virtualizer.scrollToIndex(index, { align: 'center' });
    };
    return () => {
      revealRef.current = () => undefined;
    };
  }, [items, keyOf, virtualizer, revealRef]);
  const [List, Entry] = label === undefined ? (['div', 'div'] as const) : (['ol', 'li'] as const);
  const drawn = virtualizer.getVirtualItems().map(({ index, key, start }) => {
    const item = items[index];
    return item === undefined ? null : (
      <Entry
        key={key}
        ref={virtualizer.measureElement}
        data-index={index}
        data-row={keyOf(item)}
        {...(label !== undefined && { 'aria-posinset': index + 1, 'aria-setsize': -1 })}
        className={`absolute inset-x-0 ${space}`}
        style={{ top: start - offset }}
      >
        {draw(item)}
      </Entry>
    );
  });
  return (
    <List
      ref={(element: HTMLElement | null) => {
        (box as MutableRefObject<HTMLElement | null>).current = element;
      }}
      aria-label={label}
      className="relative"
      style={{ height: virtualizer.getTotalSize() }}
      onFocus={({ target }: FocusEvent) =>
        setFocused(target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null)
      }
      onBlur={() => setFocused(null)}
    >
      {drawn}
    </List>
  );
}
