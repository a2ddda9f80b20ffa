import type { UnixMs } from '@highwater/domain';

export interface LocalTime {
  /** RFC 9557: "2026-11-12T20:14:36.174+08:00[Asia/Shanghai]". */
  readonly stamp: string;
  /** "2026-11-12 20:14:36". */
  readonly text: string;
  /** "2026-11". */
  readonly month: string;
}

/** Offsets change at quarter hours only, in every zone since 1972; each quarter is asked for once. */
const QUARTER_MS = 15 * 60 * 1000;
const MOST_REMEMBERED = 10_000;

/** Makes the writer of local times for one zone; the formatter is costly, so one per package. Throws RangeError for an unknown zone. */
export function localTimesIn(timeZone: string): (at: UnixMs) => LocalTime {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const offsets = new Map<number, { text: string; ms: number }>();

  const offsetAt = (at: UnixMs) => {
    const quarter = Math.floor(at / QUARTER_MS);
    let offset = offsets.get(quarter);
    if (offset === undefined) {
      const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
      offset = readOffset(name.replace('GMT', '') || '+00:00');
      if (offsets.size >= MOST_REMEMBERED) offsets.clear();
      offsets.set(quarter, offset);
    }
    return offset;
  };

  return (at) => {
    const { text: offset, ms } = offsetAt(at);
    // The local clock, written as if it were UTC.
    const local = new Date(at + ms).toISOString().slice(0, -1);
    return {
      stamp: `${local}${offset}[${timeZone}]`,
      text: local.slice(0, -4).replace('T', ' '),
      month: local.slice(0, local.lastIndexOf('-')),
    };
  };
}

function readOffset(text: string): { text: string; ms: number } {
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(1).split(':').map(Number);
  return { text, ms: (text.startsWith('-') ? -1000 : 1000) * (hours * 3600 + minutes * 60 + seconds) };
}
