import { Link } from '@remix-run/react';
import { ArrowDown, ArrowUp, LoaderCircle } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { buttonClass } from '../components/button.tsx';
import { TextLink } from '../components/text-link.tsx';
import { isTyping } from '../components/is-plain-key.ts';
import { useLatest } from '../components/use-latest.ts';
import { useWords } from '../words/words-context.tsx';
import type { LoadState, Towards } from './use-stretch.ts';

/** How far beyond the window reading on begins. */
const AHEAD = '900px 0px';

interface EndProps {
  readonly towards: Towards;
  /** Where to go on without JavaScript; null at the very end. */
  readonly to: string | null;
  /** Where the page that this one went on from is; null where nothing is left out. */
  readonly back: string | null;
  readonly state: LoadState;
  readonly onReach: () => void;
  /** What stands at the very end. */
  readonly end: string;
}

const MOVING_KEYS = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' ', 'j', 'k', '[', ']']);

/** Whether somebody moves through the page: a press on what stands on it does not, one on its scroll bar does. */
function movesPage(event: Event): boolean {
  if (event instanceof KeyboardEvent) return MOVING_KEYS.has(event.key) && !isTyping(event.target);
  return event.type !== 'pointerdown' || event.target === document.documentElement;
}

/** Reads on when it comes near the window, once the reader has moved; a button for everybody else. */
export function EndOfList({ towards, to, back, state, onReach, end }: EndProps) {
  const { t } = useWords();
  const mark = useRef<HTMLDivElement>(null);
  const reach = useLatest(onReach);
  useEffect(() => {
    const element = mark.current;
    if (element === null || to === null || state !== 'idle') return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) reach.current();
      },
      { rootMargin: AHEAD },
    );
    const start = (event: Event) => {
      if (movesPage(event)) observer.observe(element);
    };
    const signs = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;
    for (const sign of signs) addEventListener(sign, start, { passive: true });
    return () => {
      for (const sign of signs) removeEventListener(sign, start);
      observer.disconnect();
    };
  }, [to, state, reach]);
  const Icon = state === 'loading' ? LoaderCircle : towards === 'older' ? ArrowUp : ArrowDown;
  const waiting = t(towards === 'older' ? 'reading.loadingOlder' : 'reading.loadingNewer');
  const word = t(towards === 'older' ? 'reader.older' : 'reader.newer');
  return (
    <div ref={mark} className="flex min-h-9 items-center justify-center">
      {to === null && back !== null && <TextLink to={back}>{t('reading.toOpened')}</TextLink>}
      {to === null && back === null && <p className="text-xs text-muted">{end}</p>}
      {to !== null && (
        <Link
          to={to}
          className={buttonClass('quiet')}
          aria-busy={state === 'loading'}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            onReach();
          }}
        >
          <Icon aria-hidden size={16} className={state === 'loading' ? 'animate-spin' : ''} />
          <span aria-live="polite">
            {state === 'loading' ? waiting : state === 'failed' ? t('reading.loadFailed') : word}
          </span>
        </Link>
      )}
    </div>
  );
}
