import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';

/** Asks for the page's data again while `active`, one request at a time, not while the page is hidden. */
export function useRefresh(active: boolean, everyMs: number): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!active || state !== 'idle') return;
    const timer = setTimeout(() => {
      if (!document.hidden) revalidate();
    }, everyMs);
    const shown = () => {
      if (!document.hidden) revalidate();
    };
    document.addEventListener('visibilitychange', shown);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', shown);
    };
  }, [active, everyMs, state, revalidate]);
}

/** The same for readers without JavaScript. */
export function RefreshWithoutScript({ active, everySeconds }: { active: boolean; everySeconds: number }) {
  if (!active) return null;
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(everySeconds)} />
    </noscript>
  );
}
