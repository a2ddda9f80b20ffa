import {
  inTenant,
  listCompleteness,
  listLedgerChecks,
  listNewestCheckpoints,
  listSilences,
  type SilenceRow,
} from '@highwater/db';
import type { UnixMs } from '@highwater/domain';
import { viewCheck, viewCheckpoint } from '../ledger/view-ledger.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

export const getCompletenessInput = {};

const DAY_MS = 86_400_000;
/** What WeCom keeps: after a silence this long its messages may be gone. */
const WINDOW_MS = 5 * DAY_MS;

/**
 * Everything that WeCom returned up to `lastSeq` is stored; this says what became of it, what nobody can prove, and how far
 * the ledger is signed and checked.
 */
export async function getCompleteness(ctx: VerbContext, raw: RawInput) {
  const { tenantId } = authorise(ctx, 'see_completeness');
  parseInput(getCompletenessInput, raw);
  const now = ctx.deps.clock.now();
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const rows = await listCompleteness(tx);
    const silences = await listSilences(tx, now - DAY_MS);
    const checkpoints = await listNewestCheckpoints(tx);
    const checks = await listLedgerChecks(tx);
    const connections = rows.map(({ createdAt: _createdAt, ...row }) => {
      const isOwn = (each: { connectionId: string }): boolean => each.connectionId === row.connectionId;
      const own = silences.filter(isOwn);
      const checkpoint = checkpoints.find(isOwn);
      const check = checks.find(isOwn);
      return {
        ...row,
        unprovable: own.filter((silence) => isUnprovable(silence, now)).map(viewSilence),
        silences: own.filter((silence) => !isUnprovable(silence, now)).map(viewSilence),
        lossBeginsAt: lossOf(row.asOf, now),
        checkpoint: checkpoint === undefined ? null : viewCheckpoint(checkpoint),
        check: check === undefined ? null : viewCheck(check, row.pages),
      };
    });
    return { at: now, connections };
  });
}

/** Before the first answer WeCom may have had more than it handed out; in a silence of five days messages may have gone. */
function isUnprovable({ reason, from, until }: SilenceRow, now: UnixMs): boolean {
  return reason === 'start' || (until ?? now) - from > WINDOW_MS;
}

function viewSilence({ reason, from, until }: SilenceRow) {
  return { reason, from: reason === 'start' ? null : from, until };
}

/** From one day of silence: when WeCom begins to drop what it has not handed out. */
function lossOf(answeredAt: UnixMs | null, now: UnixMs): UnixMs | null {
  return answeredAt === null || now - answeredAt < DAY_MS ? null : answeredAt + WINDOW_MS;
}
