import { useEffect, type MouseEvent } from 'react';
import { recallSearch, rememberSearch } from './hit-memory.ts';

/** Brings the hit that was opened back to where it stood on the screen. Returns what notes it when one is opened. */
export function useWayBack(place: string): (event: MouseEvent) => void {
  useEffect(() => {
    const opened = recallSearch(place)?.opened;
    if (!opened) return;
    const hit = document.querySelector<HTMLElement>(`[data-hit="${CSS.escape(opened.messageId)}"]`);
    if (hit === null) return;
    // After the router's own restoring, which knows only how far the page was scrolled.
    const frame = requestAnimationFrame(() => {
      window.scrollBy(0, hit.getBoundingClientRect().top - opened.top);
      hit.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [place]);

  return (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const hit = target?.closest('a') ? target.closest<HTMLElement>('[data-hit]') : null;
    const messageId = hit?.dataset['hit'];
    if (hit === null || messageId === undefined) return;
    rememberSearch(place, { opened: { messageId, top: hit.getBoundingClientRect().top } });
  };
}
