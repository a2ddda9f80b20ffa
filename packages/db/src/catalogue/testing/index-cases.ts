import type { MessageId } from '@highwater/domain';
import { ROW_TIME } from '@highwater/testkit';
import * as db from '../../index.ts';
import type { Cases } from './isolation-case.ts';
import { SEED_GENERATION } from './seed-index.ts';
import type { SeededTenant } from './seed-tenant.ts';

const NOW = ROW_TIME + 1000;
const NEW_RUN = '00000000-0000-4000-8000-00000000000a';
const START = {
  engine: 'postgres',
  work: 'check',
  version: 1,
  generation: null,
  afterMessage: null,
  afterAt: null,
  total: null,
  done: 0,
  missing: 0,
  extra: 0,
  differing: 0,
  unreadable: 0,
  startedAt: ROW_TIME,
  finishedAt: null,
} as const;
const checkOf = (seed: SeededTenant): db.IndexRun => ({ ...START, runId: seed.checkRunId });
const LOOK = { examined: 1, missing: 0, extra: 0, differing: 0, unreadable: 0, tokenVersion: 1, now: NOW, nextAt: NOW };

/** Queries of what keeps the indexes true. */
export const INDEX_CASES = {
  findIndexState: { run: (tx) => db.findIndexState(tx), nothing: undefined },
  ensureIndexState: {
    async run(tx) {
      await db.ensureIndexState(tx, 7);
      return (await db.findIndexState(tx))?.tokenVersion === 7 ? 'new' : 'known';
    },
    nothing: 'new',
  },
  saveIndexLook: { run: (tx) => db.saveIndexLook(tx, LOOK), nothing: undefined },
  postponeIndexCheck: { run: (tx) => db.postponeIndexCheck(tx, NOW), nothing: undefined },
  startIndexRun: {
    run: (tx) =>
      db.startIndexRun(tx, {
        runId: NEW_RUN,
        engine: 'postgres',
        work: 'check',
        version: 1,
        generation: null,
        askedBy: null,
        now: NOW,
      }),
    nothing: NEW_RUN,
  },
  findIndexRun: { run: (tx, seed) => db.findIndexRun(tx, seed.checkRunId), nothing: undefined },
  findOpenIndexRun: { run: (tx) => db.findOpenIndexRun(tx, 'typesense'), nothing: undefined },
  countIndexRun: { run: (tx, seed) => db.countIndexRun(tx, seed.checkRunId, NOW), nothing: undefined },
  advanceIndexRun: {
    run: (tx, seed) => db.advanceIndexRun(tx, checkOf(seed), { afterMessage: seed.messageId, done: 1, now: NOW }),
    nothing: false,
  },
  finishIndexRun: { run: (tx, seed) => db.finishIndexRun(tx, checkOf(seed), NOW), nothing: false },
  abandonIndexRun: { run: (tx) => db.abandonIndexRun(tx, 'typesense', NOW), nothing: undefined },
  compareIndex: {
    run: (tx) => db.compareIndex(tx, null, 100),
    nothing: { messageIds: [], missing: [], extra: [], differing: [], last: null },
  },
  deleteExtraTokens: {
    async run(tx, seed) {
      const strange = '00000000-0000-4000-8000-00000000000b' as MessageId;
      if ((await db.compareIndex(tx, null, 1)).messageIds.length > 0) {
        await db.insertSearchTokens(tx, [{ messageId: strange, sentAt: NOW, tokens: [1] }]);
      }
      return db.deleteExtraTokens(tx, [strange, seed.messageId]);
    },
    nothing: 0,
  },
  claimFeed: { run: (tx) => db.claimFeed(tx, NOW, NOW + 1), nothing: undefined },
  holdFeed: { run: (tx) => db.holdFeed(tx, 1, null), nothing: false },
  listFeed: { run: (tx) => db.listFeed(tx, NOW, 10), nothing: [] },
  addToFeed: { run: (tx, seed) => db.addToFeed(tx, [seed.otherMessageId]), nothing: undefined },
  finishFeed: {
    run: (tx, { messageId }) => db.finishFeed(tx, [{ messageId, revision: 1, attempts: 0 }]),
    nothing: undefined,
  },
  postponeFeed: {
    run: (tx, { messageId }) => db.postponeFeed(tx, [{ messageId, fault: 'internal', nextTryAt: NOW }]),
    nothing: undefined,
  },
  clearFeed: { run: (tx) => db.clearFeed(tx), nothing: undefined },
  countFeed: { run: (tx) => db.countFeed(tx), nothing: { waiting: 0, failing: 0, fault: null } },
  switchTypesense: { run: (tx) => db.switchTypesense(tx, false, NOW), nothing: false },
  markFilled: { run: (tx) => db.markFilled(tx, SEED_GENERATION, 1), nothing: undefined },
  keepFilled: {
    async run(tx) {
      await db.markFilled(tx, SEED_GENERATION, 1);
      await db.keepFilled(tx, []);
      await db.markFilled(tx, 'messages_000002', 1);
    },
    nothing: undefined,
  },
  isOutsideIndexComplete: {
    async run(tx) {
      await db.clearFeed(tx);
      await db.markFilled(tx, SEED_GENERATION, 1);
      return db.isOutsideIndexComplete(tx);
    },
    nothing: false,
  },
  isFed: { run: (tx) => db.isFed(tx), nothing: false },
  hurryOutside: { run: (tx) => db.hurryOutside(tx, ROW_TIME - 1), nothing: undefined },
  saveOutsideLook: {
    run: (tx) => db.saveOutsideLook(tx, { drift: 0, documents: 1, now: NOW, nextAt: NOW }),
    nothing: undefined,
  },
  noteOutsideStop: { run: (tx) => db.noteOutsideStop(tx, 'internal', NOW), nothing: 0 },
  markLeft: {
    async run(tx) {
      await db.switchTypesense(tx, false, NOW);
      await db.markLeft(tx);
    },
    nothing: undefined,
  },
  lockMessages: { run: (tx, seed) => db.lockMessages(tx, [seed.messageId]), nothing: [] },
  listMessagesToFeed: { run: (tx, seed) => db.listMessagesToFeed(tx, [seed.messageId]), nothing: [] },
  listRecalledBy: {
    async run(tx) {
      return db.listRecalledBy(tx, await db.listMessageIds(tx, null, 100));
    },
    nothing: [],
  },
  listMessageIds: { run: (tx) => db.listMessageIds(tx, null, 10), nothing: [] },
  listStretchOfTime: { run: (tx) => db.listStretchOfTime(tx, null, 10), nothing: { messageIds: [], until: null } },
  listStrangers: {
    // Its message is no stranger to the owner, and one to everybody else.
    async run(tx, seed) {
      return (await db.listStrangers(tx, [seed.messageId])).length;
    },
    nothing: 1,
  },
  listUnfed: { run: (tx, seed) => db.listUnfed(tx, [seed.otherMessageId]), nothing: [] },
} satisfies Partial<Cases>;
