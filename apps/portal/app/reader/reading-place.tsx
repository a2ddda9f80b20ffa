import { useEffect, useRef, useState } from 'react';
import { useWords } from '../words/words-context.tsx';

/** Pixels that the bars above what is read take. */
const BARS = 96;

/** When what stands first on the screen was said; null while nothing with a time does. */
function timeOnTop(): number | null {
  const first = [...document.querySelectorAll<HTMLTimeElement>('[data-row] time[datetime]')].find(
    (time) => time.getBoundingClientRect().bottom > BARS,
  );
  return first === undefined ? null : Date.parse(first.dateTime);
}

/** Once the head of the page is out of sight: whose conversation this is, and the day that is on the screen. */
export function ReadingPlace({ title, at }: { title: string; at: number }) {
  const { zone, formatDay } = useWords();
  const head = useRef<HTMLDivElement>(null);
  const [isAway, setIsAway] = useState(false);
  const [shownAt, setShownAt] = useState(at);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      setIsAway((head.current?.getBoundingClientRect().top ?? 0) < 0);
      setShownAt((before) => timeOnTop() ?? before);
    };
    const ask = () => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    ask();
    addEventListener('scroll', ask, { passive: true });
    return () => {
      removeEventListener('scroll', ask);
      cancelAnimationFrame(frame);
    };
  }, []);
  return (
    <>
      <div ref={head} />
      <div aria-hidden className={`sticky top-0 z-30 h-0 ${isAway ? '' : 'invisible'}`}>
        <p className="flex h-9 items-center gap-3 border-b border-line bg-surface text-sm">
          <span className="min-w-0 truncate font-medium">{title}</span>
          <span className="ml-auto shrink-0 text-muted tabular-nums">{formatDay(shownAt, zone)}</span>
        </p>
      </div>
    </>
  );
}
