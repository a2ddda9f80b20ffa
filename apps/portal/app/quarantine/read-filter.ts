import type { QuarantineCause, QuarantineFilter } from '../api/quarantine.ts';

export const CAUSES = ['key_missing', 'key_wrong', 'unreadable'] as const satisfies readonly QuarantineCause[];

/** Which part of the quarantine an address or a form means; undefined when it names no connection. */
export function readFilter(get: (name: string) => string | null): QuarantineFilter | undefined {
  const connectionId = get('connectionId') ?? '';
  if (connectionId === '') return undefined;
  const cause = CAUSES.find((each) => each === get('cause'));
  const version = get('publickeyVer') ?? '';
  return {
    connectionId,
    ...(cause === undefined ? {} : { cause }),
    ...(/^\d{1,10}$/.test(version) ? { publickeyVer: Number(version) } : {}),
  };
}

const DAY_MS = 86_400_000;

/** Whole days until `endsAt`, a begun one counted; null when it has passed. */
export function daysLeft(endsAt: number, now: number): number | null {
  return endsAt <= now ? null : Math.ceil((endsAt - now) / DAY_MS);
}
