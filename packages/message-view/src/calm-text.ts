import { visibleText } from '@highwater/domain';

// Marks that stand on the character before them. Languages stack a few; a tower of them covers the lines around it.
const TOWER = /(\p{Mn}{6})\p{Mn}+/gu;

/** Marks that turn the direction of what follows. */
export const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Nobody writes more; each one unclosed makes a browser's work longer. */
const MOST_DIRECTION_MARKS = 64;

/** The text as it is drawn: visible, at most six marks upon a character, no thicket of direction marks. */
export function calmText(text: string): string {
  const calm = visibleText(text).replace(TOWER, '$1');
  return (calm.match(DIRECTION_MARKS)?.length ?? 0) > MOST_DIRECTION_MARKS ? calm.replace(DIRECTION_MARKS, '') : calm;
}
