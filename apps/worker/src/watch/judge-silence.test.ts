import { describe, expect, it } from 'vitest';
import { judgeSilence } from './judge-silence.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 22, 8);

function silentFor(hours: number, changes: object = {}) {
  const lastAnswerAt = NOW - hours * HOUR;
  const facts = { now: NOW, createdAt: 0, lastAnswerAt, lastPullAt: NOW - 60_000, nextPullAt: NOW + 60_000 };
  return judgeSilence({ ...facts, ...changes });
}

describe('a connection without a good answer', () => {
  it.each([
    [23.99, null],
    [24, { hours: 24, hoursLeft: 96, windowPassed: false }],
    [119.5, { hours: 119, hoursLeft: 1, windowPassed: false }],
    [120, { hours: 120, hoursLeft: 0, windowPassed: true }],
    [500, { hours: 500, hoursLeft: 0, windowPassed: true }],
  ])('for %d hours is judged by the five days that WeCom keeps messages', (hours, verdict) => {
    expect(silentFor(hours)).toEqual(verdict === null ? null : { since: NOW - hours * HOUR, ...verdict });
  });

  it('is counted from its beginning when WeCom never answered', () => {
    const facts = { lastAnswerAt: null, lastPullAt: null, createdAt: NOW - 30 * HOUR };
    expect(silentFor(0, facts)).toMatchObject({ hours: 30, hoursLeft: 90 });
  });

  it('is not silent when it is pulled once a day and was answered last time', () => {
    const asked = { lastPullAt: NOW - 25 * HOUR };
    expect(silentFor(25, { ...asked, nextPullAt: NOW - 5 * 60_000 })).toBeNull();
    expect(silentFor(25, { ...asked, nextPullAt: NOW - 15 * 60_000 })).toMatchObject({ hours: 25 });
  });
});
