import { randomUUID } from 'node:crypto';
import { ensureIndexState, inTenant, startIndexRun } from '@highwater/db';
import { INDEX_VERSION } from '@highwater/search';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { viewSearchIndex } from './view-search-index.ts';

export const walkSearchIndexInput = {};

/** Has the index compared with the archive, and repaired where it differs. A walk under way goes on instead. */
export async function checkSearchIndex(ctx: VerbContext, raw: RawInput) {
  return walk(ctx, raw, 'check');
}

/** Has the index made anew, in its place: searches answer meanwhile. A rebuild under way goes on instead. */
export async function rebuildSearchIndex(ctx: VerbContext, raw: RawInput) {
  return walk(ctx, raw, 'rebuild');
}

async function walk(ctx: VerbContext, raw: RawInput, work: 'check' | 'rebuild') {
  const { tenantId, memberId } = authorise(ctx, 'connect');
  parseInput(walkSearchIndexInput, raw);
  const { clock, database, enqueue, offersTypesense } = ctx.deps;
  return inTenant(database, tenantId, async (tx) => {
    await ensureIndexState(tx, INDEX_VERSION);
    const runId = await startIndexRun(tx, {
      runId: randomUUID(),
      engine: 'postgres',
      work,
      version: INDEX_VERSION,
      generation: null,
      askedBy: memberId,
      now: clock.now(),
      overtakes: work === 'rebuild' ? ['check'] : [],
    });
    await recordAudit(ctx, tx, { event: work === 'rebuild' ? 'index.rebuilt' : 'index.checked', memberId });
    await enqueue(tx, 'check-index', { tenantId, runId });
    return viewSearchIndex(tx, offersTypesense);
  });
}
