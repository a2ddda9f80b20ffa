import { joinsBefore } from './normalise-with-offsets.ts';
import { normaliseText } from './normalise-text.ts';

/** By UTF-16 unit: 0 not looked up yet, -1 for a unit that does not fold by itself, else the folded unit and one. */
const folded = new Int32Array(0x10000);

/**
 * The normalised form of one UTF-16 unit when that is one unit whatever stands beside it; undefined for surrogates, for
 * what joins its neighbour and for what becomes several. A text of nothing else normalises unit by unit.
 */
export function foldUnit(unit: number): number | undefined {
  let entry = folded[unit] ?? -1;
  if (entry === 0) {
    entry = lookUp(unit);
    folded[unit] = entry;
  }
  return entry > 0 ? entry - 1 : undefined;
}

function lookUp(unit: number): number {
  const text = String.fromCharCode(unit);
  if (!text.isWellFormed() || joinsBefore(text)) return -1;
  const normalised = normaliseText(text);
  return normalised.length === 1 ? normalised.charCodeAt(0) + 1 : -1;
}
