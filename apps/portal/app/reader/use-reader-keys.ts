import { useEffect } from 'react';
import { isPlainKey } from '../components/is-plain-key.ts';
import { useLatest } from '../components/use-latest.ts';
import type { Towards } from './use-stretch.ts';
import { stepStop, type Stop } from './step-stop.ts';

/** How long `g` waits for the `d` that follows it. */
const SECOND_KEY_MS = 1500;
/** Frames that a row may take to come onto the page. */
const FRAMES = 30;

export interface ReaderKeys {
  readonly stops: readonly Stop[];
  /** Id of the element from which the keys start. */
  readonly anchor: string | null;
  readonly reveal: (rowKey: string) => void;
  readonly readOn: (towards: Towards) => void;
  readonly onCite: ((messageId: string) => void) | null;
  readonly onExport: (() => void) | null;
}

function isSeen(element: Element | null): boolean {
  if (element === null) return false;
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** Where the reader is, of what is seen: what has the focus, where the keys last went, the anchor, what comes first. */
function placeOf({ stops, anchor }: ReaderKeys, last: string | null): string | null {
  const focused = document.activeElement?.closest('[data-message],[data-heading]') ?? null;
  if (focused !== null && isSeen(focused)) return focused.id;
  for (const id of [last, anchor]) if (id !== null && isSeen(document.getElementById(id))) return id;
  const seen = [...document.querySelectorAll('[data-message]')].find(isSeen);
  return seen?.id ?? stops.at(0)?.id ?? null;
}

/** Brings a stop onto the page and gives it the focus. */
function goTo({ id, rowKey }: Stop, reveal: (rowKey: string) => void, frames = FRAMES): void {
  const element = document.getElementById(id);
  if (element !== null) {
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: isSeen(element) ? 'nearest' : 'center' });
    return;
  }
  if (frames === FRAMES) reveal(rowKey);
  if (frames > 0) requestAnimationFrame(() => goTo({ id, rowKey, kind: 'message' }, reveal, frames - 1));
}

function openPanel(name: string): void {
  const panel = document.querySelector<HTMLDetailsElement>(`details[data-panel="${name}"]`);
  if (panel === null) return;
  panel.open = true;
  panel.scrollIntoView({ block: 'nearest' });
  const busy = panel.querySelector<HTMLElement>('[aria-current="date"], [data-go-to-date]');
  busy?.focus();
}

/**
 * `j` `k` messages, `[` `]` headings, `/` the search in what is read, `g d` the calendar, `e` export, `c` cite. Keys
 * that are typed into a field or over an open window are left alone.
 */
export function useReaderKeys(keys: ReaderKeys): void {
  const present = useLatest(keys);
  useEffect(() => {
    let last: string | null = null;
    let pressedG = 0;
    const step = (kind: Stop['kind'], by: 1 | -1) => {
      const now = present.current;
      const next = stepStop(now.stops, placeOf(now, last), kind, by);
      if (next === undefined) {
        now.readOn(by === 1 ? 'newer' : 'older');
        return;
      }
      last = next.id;
      goTo(next, now.reveal);
    };
    const cite = () => {
      const now = present.current;
      const from = placeOf(now, last);
      const at = now.stops.findIndex(({ id }) => id === from);
      const message = now.stops.slice(Math.max(0, at)).find(({ kind }) => kind === 'message');
      if (message !== undefined) now.onCite?.(message.id.slice('m-'.length));
    };
    const deeds: Readonly<Record<string, () => void>> = {
      j: () => step('message', 1),
      k: () => step('message', -1),
      ']': () => step('heading', 1),
      '[': () => step('heading', -1),
      '/': () => document.querySelector<HTMLElement>('[data-search-here]')?.focus(),
      c: cite,
      e: () => present.current.onExport?.(),
    };
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isPlainKey(event)) return;
      const isSecond = event.timeStamp - pressedG < SECOND_KEY_MS && pressedG > 0;
      pressedG = event.key === 'g' ? event.timeStamp : 0;
      if (isSecond && event.key === 'd') openPanel('date');
      else {
        const deed = deeds[event.key];
        if (deed === undefined) return;
        deed();
      }
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [present]);
}
