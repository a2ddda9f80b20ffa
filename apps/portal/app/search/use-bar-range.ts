import {
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
} from 'react';

type Range = readonly [one: number, other: number];

/** Where a key leads from one bar; undefined for other keys. */
export function barAfterKey(key: string, at: number, bars: number): number | undefined {
  if (key === 'ArrowLeft') return Math.max(0, at - 1);
  if (key === 'ArrowRight') return Math.min(bars - 1, at + 1);
  if (key === 'Home') return 0;
  if (key === 'End') return bars - 1;
  return undefined;
}

/** The bar under a point of the strip; the nearest one beside it. */
export function barAt(x: number, strip: { readonly left: number; readonly width: number }, bars: number): number {
  const at = Math.floor(((x - strip.left) / Math.max(1, strip.width)) * bars);
  return Math.min(bars - 1, Math.max(0, at));
}

/** Chooses a range of bars by dragging, or by arrows with Shift and Enter. A plain click stays the bar's own link. */
export function useBarRange(strip: RefObject<HTMLElement>, bars: number, choose: (one: number, other: number) => void) {
  const [range, setRange] = useState<Range | null>(null);
  const [current, setCurrent] = useState(bars - 1);
  const [isLive, setIsLive] = useState(false);
  const dragged = useRef(false);
  // Without JavaScript every bar is in the tab order; with it the strip is one stop.
  useEffect(() => setIsLive(true), []);

  const pointed = (event: PointerEvent) => {
    const box = strip.current?.getBoundingClientRect();
    return box === undefined ? 0 : barAt(event.clientX, box, bars);
  };
  const focus = (at: number) => {
    setCurrent(at);
    strip.current?.querySelector<HTMLElement>(`[data-bar="${at}"]`)?.focus();
  };

  const handlers = {
    onPointerDown(event: PointerEvent) {
      dragged.current = false;
      if (event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        setRange([pointed(event), pointed(event)]);
      }
    },
    onPointerMove(event: PointerEvent) {
      if (range === null || event.buttons === 0) return;
      const to = pointed(event);
      if (to === range[1]) return;
      // From here on it is a drag: it goes on outside the strip, and its end is no click.
      dragged.current = true;
      strip.current?.setPointerCapture(event.pointerId);
      setRange([range[0], to]);
    },
    onPointerUp() {
      if (range !== null && dragged.current) choose(...range);
      setRange(null);
    },
    onPointerCancel() {
      setRange(null);
    },
    onClickCapture(event: MouseEvent) {
      if (!dragged.current) return;
      dragged.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
    onKeyDown(event: KeyboardEvent) {
      dragged.current = false;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const to = barAfterKey(event.key, current, bars);
      if (to !== undefined) {
        event.preventDefault();
        setRange(event.shiftKey ? [range?.[0] ?? current, to] : null);
        focus(to);
      } else if (event.key === 'Enter' && range !== null) {
        event.preventDefault();
        choose(...range);
        setRange(null);
      } else if (event.key === 'Escape' && range !== null) {
        event.stopPropagation();
        setRange(null);
      }
    },
  };

  return {
    range,
    handlers,
    isIn: (at: number) => range !== null && at >= Math.min(...range) && at <= Math.max(...range),
    tabIndexOf: (at: number) => (isLive && at !== Math.min(current, bars - 1) ? -1 : 0),
  };
}
