import { describe, expect, it } from 'vitest';
import { CallCounter } from './call-counter.ts';

const SECOND = 1000;

describe('a counter of calls', () => {
  it('keeps the highest minute and hour that any stretch held', () => {
    const counter = new CallCounter({ perMinute: 1000, perHour: 10_000 });
    for (let at = 0; at < 7200; at += 1) counter.count(at * SECOND);
    for (let extra = 0; extra < 5; extra += 1) counter.count(7200 * SECOND);
    expect(counter.read()).toEqual({ calls: 7205, highestMinute: 64, highestHour: 3604, over: 0 });
  });

  it('lets a window slide: a burst at the end of a minute counts against the next', () => {
    const counter = new CallCounter({ perMinute: 10, perHour: 100 });
    const call = (at: number): boolean => {
      if (counter.refuses(at)) return false;
      counter.count(at);
      return true;
    };
    for (let count = 0; count < 10; count += 1) expect(call(59 * SECOND)).toBe(true);
    expect(call(61 * SECOND)).toBe(false);
    expect(call(61 * SECOND + 59_999)).toBe(false);
    expect(call(121 * SECOND)).toBe(true);
    expect(counter.read()).toEqual({ calls: 11, highestMinute: 10, highestHour: 11, over: 2 });
  });

  it('blocks for an hour when an hour is full', () => {
    const counter = new CallCounter({ perMinute: 100, perHour: 150 });
    for (let count = 0; count < 150; count += 1) counter.count(count * SECOND);
    expect(counter.refuses(200 * SECOND)).toBe(true);
    expect(counter.refuses(3799 * SECOND)).toBe(true);
    expect(counter.refuses(3800 * SECOND)).toBe(false);
  });
});
