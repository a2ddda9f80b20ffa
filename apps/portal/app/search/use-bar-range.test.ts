import { describe, expect, it } from 'vitest';
import { barAfterKey, barAt } from './use-bar-range.ts';

const strip = { left: 100, width: 300 };

describe('a point of the strip', () => {
  it('is the bar under it', () => {
    expect([100, 129, 130, 250, 399].map((x) => barAt(x, strip, 10))).toEqual([0, 0, 1, 5, 9]);
  });

  it('is the nearest bar when it lies beside the strip', () => {
    expect(barAt(-50, strip, 10)).toBe(0);
    expect(barAt(5000, strip, 10)).toBe(9);
    expect(barAt(100, { left: 100, width: 0 }, 10)).toBe(0);
  });
});

describe('a key', () => {
  it('leads to a neighbour or an end, never over the edge', () => {
    expect(barAfterKey('ArrowRight', 3, 10)).toBe(4);
    expect(barAfterKey('ArrowRight', 9, 10)).toBe(9);
    expect(barAfterKey('ArrowLeft', 0, 10)).toBe(0);
    expect(barAfterKey('Home', 5, 10)).toBe(0);
    expect(barAfterKey('End', 5, 10)).toBe(9);
  });

  it('that is not ours leads nowhere', () => {
    expect(barAfterKey('a', 3, 10)).toBeUndefined();
    expect(barAfterKey('toString', 3, 10)).toBeUndefined();
  });
});
