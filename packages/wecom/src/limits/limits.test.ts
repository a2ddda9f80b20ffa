import { describe, expect, it } from 'vitest';
import { FaultError } from '@highwater/domain';
import { createCallLimits, type CallLimits } from './create-call-limits.ts';
import type { CallFamily } from './call-families.ts';
import { noteAnswer } from './note-answer.ts';
import { waitForCall } from './wait-for-call.ts';

const budget = { capacity: 3, perSecond: 1 };

function start() {
  const clock = { now: 1_000_000 };
  const limits = createCallLimits(() => clock.now, { page: budget, media: budget, token: budget });
  return { clock, limits };
}

const takeMany = (limits: CallLimits, times: number): number[] =>
  Array.from({ length: times }, () => limits.take('ww1', 'page'));

describe('the budget of a corp and call family', () => {
  it('lets a burst through, then one call a second', () => {
    const { clock, limits } = start();
    expect(takeMany(limits, 4)).toEqual([0, 0, 0, 1000]);
    clock.now += 400;
    expect(takeMany(limits, 1)).toEqual([600]);
    clock.now += 600;
    expect(takeMany(limits, 2)).toEqual([0, 1000]);
    clock.now += 3_600_000;
    expect(takeMany(limits, 4)).toEqual([0, 0, 0, 1000]);
  });

  it('is one for each corp and each family', () => {
    const { limits } = start();
    takeMany(limits, 4);
    expect(limits.take('ww2', 'page')).toBe(0);
    expect(limits.take('ww1', 'media')).toBe(0);
  });

  it('is not used up by full pages, which come back to back', () => {
    const { limits } = start();
    for (let page = 0; page < 1000; page += 1) {
      expect(limits.take('ww1', 'page')).toBe(0);
      limits.giveBack('ww1', 'page');
    }
    expect(takeMany(limits, 4)).toEqual([0, 0, 0, 1000]);
  });

  it('neither fills nor locks for longer when the clock goes back', () => {
    const { clock, limits } = start();
    takeMany(limits, 3);
    clock.now -= 500_000;
    expect(takeMany(limits, 1)).toEqual([1000]);
    clock.now += 1000;
    expect(takeMany(limits, 2)).toEqual([0, 1000]);
    limits.block('ww1', 'page', 45009);
    clock.now -= 500_000;
    expect(takeMany(limits, 1)).toEqual([1000]);
  });

  it('forgets corps at rest, and those only, when there are very many', () => {
    const { clock, limits } = start();
    limits.block('ww1', 'page', 45009);
    for (let corp = 0; corp < 6_000; corp += 1) limits.take(`other${corp}`, 'page');
    clock.now += 10_000;
    for (let corp = 0; corp < 6_000; corp += 1) limits.take(`more${corp}`, 'page');
    expect(limits.take('ww1', 'page')).toBe(50_000);
  });
});

/** The most calls that any stretch of `ms` held. */
function mostWithin(times: readonly number[], ms: number): number {
  let [most, start] = [0, 0];
  times.forEach((time, end) => {
    while ((times[start] ?? 0) <= time - ms) start += 1;
    most = Math.max(most, end - start + 1);
  });
  return most;
}

describe('the documented limits', () => {
  const MINUTE = 60_000;
  const HOUR = 3_600_000;

  /** Makes calls as fast as the budgets let it, on a clock that only waiting moves. Returns when each went. */
  async function run(calls: number, corpOf: (call: number) => string, family: CallFamily): Promise<number[]> {
    const clock = { now: 1_000_000 };
    const limits = createCallLimits(() => clock.now);
    const times: number[] = [];
    for (let call = 0; call < calls; call += 1) {
      await waitForCall(limits, corpOf(call), family, (ms) => Promise.resolve((clock.now += ms)));
      times.push(clock.now);
    }
    return times;
  }

  it.each<[CallFamily, number, number]>([
    ['external.get', 10_000, 150_000],
    ['user.get', 10_000, 150_000],
    ['permits', 1_000, 150_000],
    ['consents', 2_500, 150_000],
    ['room_consents', 1_500, 150_000],
    ['room.internal', 2_000, 150_000],
  ])('of %s hold for 100,000 ids of one corp with a fifth to spare', async (family, perMinute, perHour) => {
    const times = await run(100_000, () => 'ww1', family);
    expect(mostWithin(times, MINUTE)).toBeLessThanOrEqual(perMinute * 0.8);
    expect(mostWithin(times, HOUR)).toBeLessThanOrEqual(perHour * 0.81);
    // Not far below either: the documented calls of an hour take at most two.
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeLessThan(2.4 * HOUR);
  });

  it('of one address hold for 500,000 ids of fifty corps, with half left for the archive', async () => {
    const times = await run(500_000, (call) => `ww${call % 50}`, 'external.get');
    expect(mostWithin(times, MINUTE)).toBeLessThanOrEqual(10_000);
    expect(mostWithin(times, HOUR)).toBeLessThanOrEqual(380_000);
  });

  it('of the address do not slow the archive’s own calls', async () => {
    const clock = { now: 1_000_000 };
    const limits = createCallLimits(() => clock.now, { address: { capacity: 1, perSecond: 1 } });
    expect(limits.take('ww1', 'user.get')).toBe(0);
    expect(limits.take('ww2', 'user.get')).toBe(1000);
    expect([limits.take('ww1', 'page'), limits.take('ww1', 'media'), limits.take('ww1', 'token')]).toEqual([0, 0, 0]);
    clock.now += 1000;
    expect(limits.take('ww2', 'user.get')).toBe(0);
  });
});

describe('a refusal for frequency', () => {
  it('empties the budget for a minute, for twice as long the next time, for an hour at most', () => {
    const { clock, limits } = start();
    const pauses: number[] = [];
    for (let refusal = 0; refusal < 8; refusal += 1) {
      const pause = noteAnswer(limits, 'ww1', 'page', 45009);
      pauses.push(pause / 1000);
      expect(limits.take('ww1', 'page')).toBe(pause);
      clock.now += pause + 1000;
      expect(limits.take('ww1', 'page')).toBe(0);
    }
    expect(pauses).toEqual([60, 120, 240, 480, 960, 1920, 3600, 3600]);
    noteAnswer(limits, 'ww1', 'page', 0);
    expect(noteAnswer(limits, 'ww1', 'page', 45009)).toBe(60_000);
  });

  it('is short when only too many came at once', () => {
    const { limits } = start();
    expect(noteAnswer(limits, 'ww1', 'media', 45033)).toBe(5_000);
    expect(limits.take('ww1', 'media')).toBe(5_000);
    expect(limits.take('ww1', 'page')).toBe(0);
  });
});

describe('waiting for a call', () => {
  it('waits its turn', async () => {
    const { clock, limits } = start();
    const waited: number[] = [];
    const wait = (ms: number): Promise<void> => {
      waited.push(ms);
      clock.now += ms;
      return Promise.resolve();
    };
    for (let call = 0; call < 5; call += 1) await waitForCall(limits, 'ww1', 'page', wait);
    expect(waited).toEqual([1000, 1000]);
  });

  it('says when to come again instead of waiting longer', async () => {
    const { limits } = start();
    limits.block('ww1', 'page', 45009);
    const error = await waitForCall(limits, 'ww1', 'page', () => Promise.reject(new Error('waited'))).catch(
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(FaultError);
    expect(error).toMatchObject({ fault: 'wecom.throttled', detail: { retryAfterSeconds: 60 } });
  });
});
