import { visibleText } from '@highwater/domain';

// Marks that stand on the character before them. Languages stack a few; a tower of them covers the lines around it.
const TOWER =
  /([\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0e31-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{6})[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0e31-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+/g;

/** Marks that turn the direction of what follows. */
export const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Nobody writes more; each one unclosed makes a browser's work longer. */
const MOST_DIRECTION_MARKS = 64;

/** The text as it is drawn: visible, at most six marks upon a character, no thicket of direction marks. */
export function calmText(text: string): string {
  const calm = visibleText(text).replace(TOWER, '$1');
  return (calm.match(DIRECTION_MARKS)?.length ?? 0) > MOST_DIRECTION_MARKS ? calm.replace(DIRECTION_MARKS, '') : calm;
}
