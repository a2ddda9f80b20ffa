import { newId, ROW_TIME } from '@highwater/testkit';
import { expect } from 'vitest';
import * as db from '../../index.ts';
import { NO_SUCH_ROW, type Cases } from './isolation-case.ts';

/** Searches that members keep, and customers who wait. */
export const SEARCH_CASES = {
  listSavedSearches: { run: (tx, seed) => db.listSavedSearches(tx, seed.ownerId), nothing: [] },
  insertSavedSearch: {
    run: (tx, seed) =>
      db.insertSavedSearch(tx, {
        searchId: newId(),
        memberId: seed.ownerId,
        name: '另一个',
        sealedQuery: Buffer.from('sealed'),
        createdAt: ROW_TIME,
      }),
    nothing: NO_SUCH_ROW,
  },
  deleteSavedSearch: { run: (tx, seed) => db.deleteSavedSearch(tx, seed.ownerId, seed.searchId), nothing: false },
  deleteSavedSearchesOf: { run: (tx, seed) => db.deleteSavedSearchesOf(tx, seed.ownerId), nothing: undefined },
  updateReadingSettings: {
    run: async (tx) => db.updateReadingSettings(tx, { ...(await db.findReadingSettings(tx)), dialogGapMinutes: 60 }),
    nothing: undefined,
  },
  findUnansweredRule: {
    run: (tx) => db.findUnansweredRule(tx, ROW_TIME),
    nothing: expect.objectContaining({ limitMs: 14_400_000 }),
  },
  listUnanswered: {
    run: async (tx, seed) => {
      const rule = await db.findUnansweredRule(tx, ROW_TIME + 30 * 86_400_000);
      return db.listUnanswered(tx, [seed.inboundId], rule);
    },
    nothing: new Set(),
  },
} satisfies Partial<Cases>;
