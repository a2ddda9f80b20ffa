import { readRow } from '@highwater/crypto';
import { findAuditCheck, findNewestAuditCheckpoint, inTenant, readChainState } from '@highwater/db';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

/** Up to when the log is chained and signed, and what the last comparison by night said. Reads nothing through. */
export async function getChainState(ctx: VerbContext, raw: RawInput) {
  const { tenantId, rights } = authorise(ctx, 'see_audit');
  parseInput({}, raw);
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const line = await findNewestAuditCheckpoint(tx, null);
    const row = line === undefined ? undefined : readRow(line);
    const check = await findAuditCheck(tx);
    return {
      ...(await readChainState(tx)),
      checkpoint: row?.type === 'highwater/v1/audit-checkpoint' ? { rows: row.rows, at: row.at, head: row.head } : null,
      check: check === undefined ? null : { at: check.checkedAt, rows: check.position, problems: check.problems },
      mayReadSearches: rights.actions.includes('read_searches'),
    };
  });
}
