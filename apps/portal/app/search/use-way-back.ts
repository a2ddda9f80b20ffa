import { useEffect, type MouseEvent, type RefObject } from 'react';
import type { LongListHandle } from '../components/long-list.tsx';
import { settleWhileMeasured } from '../components/settle.ts';
import { recallSearch, rememberSearch } from './hit-memory.ts';

/** Frames that a hit may take to come onto the page. */
const FRAMES = 30;

/** Gives a hit the focus once it is drawn; what it is asked while waiting for may end the wait. */
function focusWhenDrawn(id: string, isOver: () => boolean, frames = FRAMES): void {
  if (isOver()) return;
  const hit = document.getElementById(id);
  if (hit !== null) hit.focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => focusWhenDrawn(id, isOver, frames - 1));
}

/** Brings the hit that was opened back to where it stood on the screen. Returns what notes it when one is opened. */
export function useWayBack(place: string, list: RefObject<LongListHandle>): (event: MouseEvent) => void {
  useEffect(() => {
    const opened = recallSearch(place)?.opened;
    if (!opened) return;
    let isGone = false;
    // After the router's own restoring, which knows only how far the page was scrolled.
    requestAnimationFrame(() => {
      if (isGone) return;
      list.current?.restore(opened);
      settleWhileMeasured(opened);
      focusWhenDrawn(opened.id, () => isGone);
    });
    return () => {
      isGone = true;
    };
  }, [place, list]);

  return (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const hit = target?.closest('a') ? target.closest<HTMLElement>('[data-hit]') : null;
    if (hit !== null) rememberSearch(place, { opened: { id: hit.id, top: hit.getBoundingClientRect().top } });
  };
}
