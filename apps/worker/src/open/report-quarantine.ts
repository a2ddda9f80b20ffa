import {
  correctFinding,
  countByCause,
  raiseFinding,
  resolveFindings,
  type CauseCount,
  type QuarantineCause,
  type TenantTx,
} from '@highwater/db';
import type { ConnectionId, Fault, FaultDetail, UnixMs } from '@highwater/domain';
import type { EnvelopeOutcome } from './opened-page.ts';

const FAULTS: readonly (readonly [QuarantineCause, Fault])[] = [
  ['key_missing', 'key.missing'],
  ['key_wrong', 'key.wrong'],
];

/**
 * Makes the findings of a connection's quarantine say what it holds now: one per version of a missing or wrong key, one
 * for damaged envelopes. `fresh` are the envelopes that this transaction added or changed; findings of what is new are
 * raised, the others are corrected or closed.
 */
export async function reportQuarantine(
  tx: TenantTx,
  connectionId: ConnectionId,
  fresh: readonly EnvelopeOutcome[],
  now: UnixMs,
): Promise<void> {
  const subject = `connection:${connectionId}`;
  const counts = await countByCause(tx, connectionId);
  for (const publickeyVer of new Set(fresh.map(({ envelope }) => envelope.publickeyVer))) {
    for (const [cause, fault] of FAULTS) {
      const left = counts.find((row) => row.cause === cause && row.publickeyVer === publickeyVer);
      const isNew = fresh.some(
        (outcome) =>
          outcome.state === 'sealed' && outcome.fault === fault && outcome.envelope.publickeyVer === publickeyVer,
      );
      const about = { fault, subject: `${subject}:version:${publickeyVer}` };
      await settle(tx, about, left === undefined ? null : { publickeyVer, count: left.count }, isNew, now);
    }
  }
  const damaged = counts.find((row) => row.cause === 'unreadable');
  const isNew = fresh.some((outcome) => outcome.state === 'unreadable');
  await settle(tx, { fault: 'envelope.unreadable', subject }, detailOf(damaged), isNew, now);
}

function detailOf(damaged: CauseCount | undefined): FaultDetail | null {
  return damaged === undefined ? null : { count: damaged.count, seq: damaged.firstSeq };
}

async function settle(
  tx: TenantTx,
  about: { readonly fault: Fault; readonly subject: string },
  detail: FaultDetail | null,
  isNew: boolean,
  now: UnixMs,
): Promise<void> {
  if (detail === null) await resolveFindings(tx, [about.fault], about.subject, now);
  else if (isNew) await raiseFinding(tx, { ...about, detail, now });
  else await correctFinding(tx, { ...about, detail });
}
