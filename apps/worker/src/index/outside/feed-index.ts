import { randomUUID } from 'node:crypto';
import {
  abandonIndexRun,
  claimFeed,
  clearFeed,
  countFeed,
  findIndexState,
  findOpenIndexRun,
  holdFeed,
  inTenant,
  keepFilled,
  markLeft,
  noteOutsideStop,
  raiseFinding,
  resolveFindings,
  startIndexRun,
  type IndexRun,
  type IndexState,
  type TenantTx,
} from '@highwater/db';
import { FaultError, faultOf, type Fault, type TenantId, type UnixMs } from '@highwater/domain';
import type { OpenPageDeps } from '../../open/open-page.ts';
import { DOCUMENT_VERSION } from '@highwater/search';
import { OUTSIDE_SUBJECT } from '../report-look.ts';
import { compareStep } from './compare-step.ts';
import { feedBatch } from './feed-batch.ts';
import { ClaimLost, CLAIM_MS, retryAt, whileClaimed, type FeedWork } from './feed-work.ts';
import { fillStep } from './fill-step.ts';
import { findGenerations, type Generations } from './generations.ts';

/** One company gives its place in the queue to others after this. */
const TURN_MS = 20_000;
/** A server that came back is used again within this. */
const LONGEST_REST_MS = 10 * 60_000;

/** What the server outside can be guilty of. */
const SERVER_FAULTS: readonly Fault[] = ['search.unavailable', 'search.refused', 'search.missing'];

/**
 * Brings a company's index outside the database to where the one inside is: first what changed, then what a generation
 * still lacks, then a comparison when one is due; or empties it, when it was switched off.
 *
 * Harmless to repeat and to kill: see feedBatch, fillStep and compareStep. One worker at a time has the claim; who lost it
 * ends. A server that is down or refuses costs nothing but a finding and a later try.
 */
export async function feedIndex(deps: OpenPageDeps, tenantId: TenantId, signal?: AbortSignal): Promise<void> {
  const { searchWriter: writer } = deps;
  if (writer === null) return;
  const begun = deps.clock.now();
  const claim = await inTenant(deps.database, tenantId, (tx) => claimFeed(tx, begun, begun + CLAIM_MS));
  if (claim === undefined) return;
  const work: FeedWork = { deps, writer, claim, keys: await deps.messageKeys(tenantId) };
  let isUnfinished = false;
  try {
    isUnfinished = await feed(work, signal);
  } catch (error) {
    if (error instanceof ClaimLost) return;
    if (!SERVER_FAULTS.includes(faultOf(error))) throw error;
    await stop(work, faultOf(error));
  } finally {
    await inTenant(deps.database, tenantId, async (tx) => {
      await holdFeed(tx, claim, null);
      if (isUnfinished) await deps.enqueue(tx, 'index-messages', { tenantId });
    });
  }
}

/** True when its turn was over before its work. */
async function feed(work: FeedWork, signal: AbortSignal | undefined): Promise<boolean> {
  if (!(await work.writer.isReady())) throw new FaultError('search.unavailable');
  const generations = await findGenerations(work.deps, work.writer);
  const end = performance.now() + TURN_MS;
  while (await step(work, generations)) {
    if (signal?.aborted === true || performance.now() > end) return true;
  }
  await settle(work);
  return false;
}

/** Does what is to be done next; false when there is nothing. */
async function step(work: FeedWork, generations: Generations): Promise<boolean> {
  const state = await whileClaimed(work, async (tx) => {
    await keepFilled(tx, generations.all);
    return findIndexState(tx);
  });
  if (state === undefined) return false;
  if (!state.typesenseOn) {
    if (state.typesenseLeaving) await leave(work, generations);
    return false;
  }
  const { current, next } = generations;
  if ((await feedBatch(work, next === null ? [current] : [current, next])) > 0) return true;
  const run = await whileClaimed(work, async (tx, now) => {
    const open = await findOpenIndexRun(tx, 'typesense');
    return open !== undefined && isOfToday(open, generations) ? open : startDue(tx, state, generations, now);
  });
  if (run === undefined) return false;
  await (run.work === 'fill' ? fillStep(work, run) : compareStep(work, run));
  return true;
}

/** A generation may have gone, and the worker may be a newer one, since a run began. */
function isOfToday({ generation, version }: IndexRun, { current, next }: Generations): boolean {
  return version === DOCUMENT_VERSION && (generation === current || generation === next);
}

async function startDue(
  tx: TenantTx,
  { typesenseFilled: filled, typesenseNextAt }: IndexState,
  { current, next }: Generations,
  now: UnixMs,
): Promise<IndexRun | undefined> {
  const unfilled = [current, next].find((generation) => generation !== null && !filled.includes(generation));
  if (unfilled === undefined && typesenseNextAt > now) {
    await abandonIndexRun(tx, 'typesense', now);
    return undefined;
  }
  await startIndexRun(tx, {
    runId: randomUUID(),
    engine: 'typesense',
    work: unfilled === undefined ? 'check' : 'fill',
    version: DOCUMENT_VERSION,
    generation: unfilled ?? current,
    askedBy: null,
    now,
    overtakes: ['check', 'fill'],
  });
  return findOpenIndexRun(tx, 'typesense');
}

/** It was switched off: nothing of the company stays outside. */
async function leave(work: FeedWork, { all }: Generations): Promise<void> {
  for (const generation of all) await work.writer.remove(generation, work.keys.tenantId, 'all');
  await whileClaimed(work, async (tx, now) => {
    // Switched on again meanwhile: it is filled by the next turn.
    if ((await findIndexState(tx))?.typesenseOn !== false) return;
    await abandonIndexRun(tx, 'typesense', now);
    await clearFeed(tx);
    await markLeft(tx);
    await resolveFindings(tx, [...SERVER_FAULTS, 'index.refused', 'index.drifted'], OUTSIDE_SUBJECT, now);
  });
}

/** All that could be done is done: findings say what the server refuses again and again, if anything. */
async function settle(work: FeedWork): Promise<void> {
  await whileClaimed(work, async (tx, now) => {
    await noteOutsideStop(tx, null, null);
    await resolveFindings(tx, SERVER_FAULTS, OUTSIDE_SUBJECT, now);
    const { failing } = await countFeed(tx);
    if (failing === 0) await resolveFindings(tx, ['index.refused'], OUTSIDE_SUBJECT, now);
    else await raiseFinding(tx, { fault: 'index.refused', subject: OUTSIDE_SUBJECT, detail: { count: failing }, now });
  });
}

/** The server cannot be used now. A restart of it is over before the second try, and not worth a finding. */
async function stop(work: FeedWork, fault: Fault): Promise<void> {
  await whileClaimed(work, async (tx, now) => {
    const stopsBefore = (await findIndexState(tx))?.typesenseStops ?? 0;
    const nextAt = Math.min(retryAt(now, stopsBefore), now + LONGEST_REST_MS);
    const stops = await noteOutsideStop(tx, fault, nextAt);
    if (stops > 1) await raiseFinding(tx, { fault, subject: OUTSIDE_SUBJECT, detail: {}, now });
  });
}
