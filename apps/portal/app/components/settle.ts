/** An element that stays where it is, and how far below the top of the window it stands, in px. */
export interface Held {
  readonly id: string;
  readonly top: number;
}

/** Frames that an element may take to be drawn and measured after it was scrolled to. */
const FRAMES = 4;

/** Puts an element where it stood; again when it is drawn only then. */
export function settle(held: Held, frames = FRAMES): void {
  const moved = movedBy(held);
  if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' });
  else if (Math.abs(moved) < 1) return;
  if (frames > 0) requestAnimationFrame(() => settle(held, frames - 1));
}

/** How long what stands around an element may take to find its height, in ms. */
const SETTLING_MS = 500;

/** Puts an element where it stood and keeps it there while what is around it is measured, until the reader moves. */
export function settleWhileMeasured(held: Held): void {
  const until = performance.now() + SETTLING_MS;
  let isOver = false;
  const signs = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;
  const end = () => {
    isOver = true;
    for (const sign of signs) removeEventListener(sign, end);
  };
  for (const sign of signs) addEventListener(sign, end, { passive: true, once: true });
  const keep = () => {
    if (isOver) return;
    const moved = movedBy(held);
    if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' });
    if (performance.now() < until) requestAnimationFrame(keep);
    else end();
  };
  keep();
}

/** Not a number while the element is not drawn. */
function movedBy({ id, top }: Held): number {
  return (document.getElementById(id)?.getBoundingClientRect().top ?? Number.NaN) - top;
}
