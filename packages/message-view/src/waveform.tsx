import type { ReactNode } from 'react';

/** Bars drawn at most, however many peaks there are: narrower ones are not told apart. */
const BARS = 64;
const HEIGHT = 28;

/** The loudest peak of each part of the whole. */
export function barsOf(peaks: readonly number[], count = BARS): readonly number[] {
  const bars = Math.min(count, peaks.length);
  return Array.from({ length: bars }, (_, bar) => {
    const part = peaks.slice(Math.floor((bar * peaks.length) / bars), Math.floor(((bar + 1) * peaks.length) / bars));
    return Math.min(100, Math.max(0, ...part));
  });
}

/** How loud a sound is over its time; what lies before `played` (0 to 1) is marked. Without styles in attributes: the page forbids them. */
export function Waveform({ peaks, played }: { peaks: readonly number[]; played: number }): ReactNode {
  const bars = barsOf(peaks);
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${Math.max(1, bars.length) * 3} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="h-7 w-full"
    >
      {bars.map((peak, at) => {
        const height = Math.max(2, (peak / 100) * HEIGHT);
        return (
          <rect
            key={at}
            x={at * 3}
            y={(HEIGHT - height) / 2}
            width={2}
            height={height}
            rx={1}
            className={at < played * bars.length ? 'fill-accent' : 'fill-field'}
          />
        );
      })}
    </svg>
  );
}
