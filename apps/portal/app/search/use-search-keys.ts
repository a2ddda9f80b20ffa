import { useEffect } from 'react';
import { isPlainKey } from '../components/is-plain-key.ts';
import { openMenu } from './use-menus.ts';

/** To the next hit of those that are drawn; from elsewhere to the first that is seen. */
function step(by: 1 | -1): void {
  const hits = [...document.querySelectorAll<HTMLElement>('[data-hit]')];
  const at = hits.findIndex((hit) => hit.contains(document.activeElement));
  const seen = hits.findIndex((hit) => hit.getBoundingClientRect().top >= 0);
  const next = at === -1 ? Math.max(0, seen) : Math.min(hits.length - 1, Math.max(0, at + by));
  hits[next]?.focus({ preventScroll: true });
  hits[next]?.scrollIntoView({ block: 'nearest' });
}

/** `/` to the box, `j` `k` or arrows through the hits, Enter opens one, `s` saves the search. */
export function useSearchKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const focused = document.activeElement;
      const box = document.querySelector<HTMLInputElement>('form[role=search] input[name=q]');
      if (focused === box && event.key === 'ArrowDown' && !event.isComposing) {
        event.preventDefault();
        step(1);
        return;
      }
      if (focused === box && event.key === 'Escape') {
        box?.blur();
        return;
      }
      if (!isPlainKey(event)) return;
      const hit = focused instanceof HTMLElement && focused.dataset['hit'] !== undefined ? focused : null;
      if (event.key === '/') {
        box?.focus();
        box?.select();
      } else if (event.key === 'j' || (hit !== null && event.key === 'ArrowDown')) step(1);
      else if (event.key === 'k' || (hit !== null && event.key === 'ArrowUp')) step(-1);
      else if (event.key === 's') openMenu('saved');
      else if (event.key === 'Enter' && hit !== null) hit.querySelector<HTMLAnchorElement>('a[data-open]')?.click();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
