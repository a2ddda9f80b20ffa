/** A message's element and how far below the top of the window it stands, in px. */
export interface Held {
  readonly id: string;
  readonly top: number;
}

/** Frames that a row may take to be drawn and measured after it was scrolled to. */
const FRAMES = 4;

/** Puts a message where it stood; again when it is drawn only then. */
export function settle(held: Held, frames = FRAMES): void {
  const moved = (document.getElementById(held.id)?.getBoundingClientRect().top ?? Number.NaN) - held.top;
  if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' });
  else if (Math.abs(moved) < 1) return;
  if (frames > 0) requestAnimationFrame(() => settle(held, frames - 1));
}
