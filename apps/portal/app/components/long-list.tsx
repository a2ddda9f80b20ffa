import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type Ref,
} from 'react';
import { settle, type Held } from './settle.ts';
import type { VirtualList } from './virtual-list.tsx';

export interface LongListHandle {
  /** Brings an item onto the page; where all are drawn it is there. */
  reveal(key: string): void;
  /** Remembers what is seen now, so that it stays where it is when items come before it. */
  hold(): void;
  /** Puts an element where it stood. */
  restore(held: Held): void;
}

/** What a list draws. Its parts keep their identity from one drawing to the next. */
export interface ListShape<Item> {
  readonly keyOf: (item: Item) => string;
  readonly draw: (item: Item) => ReactNode;
  /** Height of an item that was never drawn, in px, with the space below it. */
  readonly guessHeight: (item: Item) => number;
  /** The space below an item. */
  readonly space: string;
  /** Finds the elements by which a place is remembered; each has an id. */
  readonly held: string;
  /** Whether the element of an id stands in an item. */
  readonly holds: (item: Item, id: string) => boolean;
  /** Items above which only those near the window are drawn: up to here finding in the page and screen readers have all. */
  readonly allDrawn: number;
  /** Items from which on what draws only a part is sent for: few readers come so far. */
  readonly sentFor: number;
}

interface LongListProps<Item> {
  readonly items: readonly Item[];
  readonly shape: ListShape<Item>;
  /** Makes it a list that says so, under this name. */
  readonly label?: string;
  readonly handle?: Ref<LongListHandle>;
}

/** Kept once it came, so that the next long list begins with it. */
let sent: typeof VirtualList | null = null;

/** The first remembered element that reaches into the window. */
function firstSeen(list: HTMLElement, selector: string): Held | null {
  for (const element of list.querySelectorAll<HTMLElement>(selector)) {
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom > 0) return { id: element.id, top };
  }
  return null;
}

/** All items as the server sent them, and when they have become many those near the window. */
export function LongList<Item>({ items, shape, label, handle }: LongListProps<Item>) {
  const { keyOf, draw, space, allDrawn, sentFor } = shape;
  const list = useRef<HTMLDivElement>(null);
  const held = useRef<Held | null>(null);
  const reveal = useRef<(key: string) => void>(() => undefined);
  const [heights] = useState(() => new Map<string, number>());
  const [Virtual, setVirtual] = useState(() => sent);
  const [restored, setRestored] = useState(0);
  const isVirtual = items.length > allDrawn && Virtual !== null;
  const hold = useCallback(() => {
    if (list.current === null) return;
    held.current = firstSeen(list.current, shape.held);
    for (const element of list.current.querySelectorAll<HTMLElement>('[data-row]')) {
      heights.set(element.dataset['row'] ?? '', element.offsetHeight);
    }
  }, [heights, shape]);
  useImperativeHandle(
    handle,
    () => ({
      reveal: (key) => reveal.current(key),
      hold,
      restore(place) {
        held.current = place;
        setRestored((times) => times + 1);
      },
    }),
    [hold],
  );
  const isLong = items.length > sentFor;
  useEffect(() => {
    if (!isLong || sent !== null) return;
    let isGone = false;
    void import('./virtual-list.tsx').then(
      (part) => {
        sent = part.VirtualList;
        if (isGone) return;
        hold();
        setVirtual(() => part.VirtualList);
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
    if (seen === null || isVirtual) return;
    held.current = null;
    settle(seen);
  }, [items, isVirtual, restored]);
  const [List, Entry] = label === undefined ? (['div', 'div'] as const) : (['ol', 'li'] as const);
  return (
    <div ref={list} className="[overflow-anchor:none]">
      {isVirtual ? (
        <Virtual items={items} shape={shape} label={label} heights={heights} held={held} revealRef={reveal} />
      ) : (
        <List aria-label={label}>
          {items.map((item) => (
            <Entry key={keyOf(item)} data-row={keyOf(item)} className={space}>
              {draw(item)}
            </Entry>
          ))}
        </List>
      )}
    </div>
  );
}
