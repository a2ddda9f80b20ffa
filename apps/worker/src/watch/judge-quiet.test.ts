import { describe, expect, it } from 'vitest';
import { isHoliday } from './is-holiday.ts';
import { judgeQuiet, type QuietFacts } from './judge-quiet.ts';

const HOUR = 3_600_000;
const ZONE = 'Asia/Shanghai';
/** A moment of Shanghai's clock. */
const at = (day: string, hour: number) => Date.parse(`${day}T00:00:00+08:00`) + hour * HOUR;
const NO_CALLS = { count: 0, lastAt: null };

/** Ten messages an hour from 9 to 18 on Monday to Friday, from `first` until `last`. */
function officeHours(
  first: string,
  last: number,
  skip: (moment: number) => boolean = () => false,
): Map<number, number> {
  const byHour = new Map<number, number>();
  for (let moment = at(first, 0); moment <= last; moment += HOUR) {
    const local = new Date(moment + 8 * HOUR);
    const works = local.getUTCDay() % 6 !== 0 && local.getUTCHours() >= 9 && local.getUTCHours() < 18;
    if (works && !skip(moment)) byHour.set(moment / HOUR, 10);
  }
  return byHour;
}

/** Quiet since the last message of a company with office hours since 2026-10-09. */
function quiet(lastMessageAt: number, now: number, changes: Partial<QuietFacts> = {}) {
  const byHour = officeHours('2026-10-09', lastMessageAt);
  return judgeQuiet({ now, zone: ZONE, lastMessageAt, byHour, callbacks: NO_CALLS, ...changes });
}

const THURSDAY_EVENING = at('2026-11-19', 17);
const FRIDAY_EVENING = at('2026-11-20', 17);

describe('quiet', () => {
  it('of a night is usual', () => {
    expect(quiet(THURSDAY_EVENING, at('2026-11-20', 8))).toEqual({ finding: false, why: 'too_short' });
  });

  it('of a weekend is usual', () => {
    expect(quiet(FRIDAY_EVENING, at('2026-11-23', 9))).toEqual({ finding: false, why: 'too_short' });
  });

  it('of a lunch break is usual, that of a working day is not', () => {
    expect(quiet(at('2026-11-19', 11), at('2026-11-19', 14)).finding).toBe(false);
    expect(quiet(FRIDAY_EVENING, at('2026-11-23', 16))).toEqual({ finding: true, hours: 71, expected: 70 });
  });

  it('of National Day is usual, however long', () => {
    const lastMessageAt = at('2026-09-30', 17);
    const byHour = officeHours('2026-08-20', lastMessageAt);
    for (let hours = 3; hours < 8 * 24; hours += 5) {
      const facts = { now: lastMessageAt + hours * HOUR, zone: ZONE, lastMessageAt, byHour, callbacks: NO_CALLS };
      expect(judgeQuiet(facts).finding).toBe(false);
    }
    const after = { now: at('2026-10-09', 17), zone: ZONE, lastMessageAt, byHour, callbacks: NO_CALLS };
    expect(judgeQuiet(after)).toMatchObject({ finding: true });
  });

  it('of hours that were as quiet in one of the weeks before is usual', () => {
    const aDayOff = (moment: number) => moment >= at('2026-11-06', 0) && moment < at('2026-11-07', 0);
    const byHour = officeHours('2026-10-09', THURSDAY_EVENING, aDayOff);
    expect(quiet(THURSDAY_EVENING, at('2026-11-20', 18), { byHour })).toEqual({ finding: false, why: 'usual' });
    expect(quiet(THURSDAY_EVENING, at('2026-11-20', 18)).finding).toBe(true);
  });

  it('of a connection without two weeks of history is not judged', () => {
    const byHour = officeHours('2026-11-09', THURSDAY_EVENING);
    expect(quiet(THURSDAY_EVENING, at('2026-11-20', 18), { byHour })).toEqual({ finding: false, why: 'no_history' });
    expect(quiet(0, at('2026-11-20', 18), { lastMessageAt: null, byHour: new Map() }).finding).toBe(false);
  });

  it('of a company that writes little is not strange', () => {
    const byHour = new Map([...officeHours('2026-10-09', THURSDAY_EVENING)].map(([hour]) => [hour, 1]));
    expect(quiet(THURSDAY_EVENING, at('2026-11-20', 18), { byHour })).toEqual({ finding: false, why: 'too_short' });
  });

  it('is compared all the same when WeCom, which usually calls, did not: the callback address may be what broke', () => {
    const callbacks = { count: 0, lastAt: THURSDAY_EVENING };
    expect(quiet(THURSDAY_EVENING, at('2026-11-20', 8), { callbacks }).finding).toBe(false);
    expect(quiet(THURSDAY_EVENING, at('2026-11-20', 18), { callbacks }).finding).toBe(true);
  });

  it('is strange after half an hour when WeCom called and nothing came', () => {
    const calledAt = at('2026-11-20', 3);
    const callbacks = { count: 2, lastAt: calledAt };
    expect(quiet(THURSDAY_EVENING, calledAt + HOUR / 3, { callbacks }).finding).toBe(false);
    expect(quiet(THURSDAY_EVENING, calledAt + HOUR / 2, { callbacks })).toMatchObject({ finding: true, hours: 10 });
    const never = { lastMessageAt: null, byHour: new Map<number, number>(), callbacks };
    expect(quiet(0, calledAt + HOUR, never)).toEqual({ finding: true, hours: 1, expected: 0 });
  });
});

describe('public holidays', () => {
  it.each(['2026-01-01', '2026-02-17', '2026-04-05', '2026-05-01', '2026-06-19', '2026-09-25', '2026-10-05'])(
    '%s is one',
    (day) => expect(isHoliday(at(day, 12), ZONE)).toBe(true),
  );
  it.each(['2026-01-12', '2026-03-10', '2026-06-10', '2026-11-11'])('%s is none', (day) =>
    expect(isHoliday(at(day, 12), ZONE)).toBe(false),
  );
});
