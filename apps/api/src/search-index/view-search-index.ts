import {
  countFeed,
  countSearchable,
  findIndexState,
  findOpenIndexRun,
  isOutsideIndexComplete,
  UNKNOWN_INDEX,
  type IndexRun,
  type IndexState,
  type TenantTx,
} from '@highwater/db';
import type { z } from '@hono/zod-openapi';
import type { searchIndexView } from '../schemas/search-index.ts';

type SearchIndexView = z.output<typeof searchIndexView>;
type Outside = NonNullable<SearchIndexView['typesense']>;

/** The company's index: what of it is in, what is done to it, what the last check found, and the server outside. */
export async function viewSearchIndex(tx: TenantTx, offersTypesense: boolean): Promise<SearchIndexView> {
  const state = (await findIndexState(tx)) ?? UNKNOWN_INDEX;
  const { archived, indexed } = await countSearchable(tx);
  const run = await findOpenIndexRun(tx, 'postgres');
  const { checkedAt, missing, extra, differing, examined, unreadable } = state;
  const isOutside = offersTypesense && (await isOutsideIndexComplete(tx));
  return {
    engine: isOutside ? 'typesense' : 'postgres',
    total: archived,
    indexed,
    unreadable,
    state: stateOf(run, { archived, indexed }),
    progress: run === undefined ? null : progressOf(run),
    drift: checkedAt === null ? null : { missing, extra, differing, examined, checkedAt },
    typesense: offersTypesense || state.typesenseOn ? await viewOutside(tx, state, offersTypesense) : null,
  };
}

function stateOf(
  run: IndexRun | undefined,
  { archived, indexed }: { readonly archived: number; readonly indexed: number },
): SearchIndexView['state'] {
  if (run?.work === 'rebuild') return 'rebuilding';
  if (run !== undefined && run.missing + run.extra + run.differing > 0) return 'repairing';
  return indexed < archived ? 'indexing' : 'complete';
}

function progressOf({ done, total }: IndexRun): { readonly done: number; readonly total: number } {
  return { done, total: Math.max(done, total ?? 0) };
}

async function viewOutside(tx: TenantTx, state: IndexState, offered: boolean): Promise<Outside> {
  const run = await findOpenIndexRun(tx, 'typesense');
  const { waiting } = await countFeed(tx);
  const { archived } = await countSearchable(tx);
  const filling = run?.work === 'fill' ? progressOf(run) : null;
  const isFilled = state.typesenseFilled.length > 0;
  return {
    offered,
    on: state.typesenseOn,
    ready: offered && state.typesenseOn && isFilled && state.typesenseFault === null,
    indexed: isFilled ? Math.max(0, archived - waiting) : (filling?.done ?? 0),
    waiting,
    leaving: state.typesenseLeaving,
    changedAt: state.typesenseChangedAt,
    checkedAt: state.typesenseCheckedAt,
    progress: isFilled ? null : filling,
  };
}
