import { createI18n } from '@highwater/i18n';
import { describe, expect, it } from 'vitest';
import { narrowTotal, totalWords } from './total-line.tsx';

const words = createI18n('en');

describe('how many match', () => {
  it('is one number when it is known, and a range when it is not', () => {
    expect(totalWords({ atLeast: 1, atMost: 1 }, words)).toBe('1 message');
    expect(totalWords({ atLeast: 3218404, atMost: 3218404 }, words)).toBe('3,218,404 messages');
    expect(totalWords({ atLeast: 30, atMost: null }, words)).toBe('At least 30 messages');
    expect(totalWords({ atLeast: 30, atMost: 1200 }, words)).toBe('At least 30, at most 1,200 messages');
  });

  it('is narrowed by a second count and never contradicts itself', () => {
    expect(narrowTotal({ atLeast: 30, atMost: null }, undefined)).toEqual({ atLeast: 30, atMost: null });
    expect(narrowTotal({ atLeast: 30, atMost: null }, { atLeast: 0, atMost: 99 })).toEqual({ atLeast: 30, atMost: 99 });
    expect(narrowTotal({ atLeast: 31, atMost: 31 }, { atLeast: 30, atMost: 30 })).toEqual({ atLeast: 31, atMost: 31 });
  });
});
