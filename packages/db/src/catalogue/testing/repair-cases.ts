import type { MessageKind } from '@highwater/domain';
import { newId, ROW_TIME } from '@highwater/testkit';
import * as db from '../../index.ts';
import { NO_SUCH_ROW, type Cases } from './isolation-case.ts';
import { mediaOf } from './seed-media.ts';
import { reopening, type SeededTenant } from './seed-tenant.ts';

const NOW = ROW_TIME + 1000;
const ALL = { cause: null, publickeyVer: null } as const;
const EVERY = { among: 'all', parserVersion: 2 } as const;
const START = { afterPage: 0, afterMessage: null };

/** Writes the seeded messages anew as of another kind or parser; a stranger finds none. */
async function rewrite(
  tx: db.TenantTx,
  seed: SeededTenant,
  change: { kind?: MessageKind; parserVersion?: number },
): Promise<void> {
  const rows = await db.listMessagesToParse(tx, seed.connectionId, EVERY, { after: null, limit: 100 });
  await db.updateMessages(
    tx,
    rows.map((row) => ({ ...row, ...change })),
  );
}

export const REPAIR_CASES = {
  markKeyRemoved: {
    run: (tx, seed) => db.markKeyRemoved(tx, seed.connectionId, seed.keyId, seed.ownerId, NOW),
    nothing: false,
  },
  wipeKey: {
    async run(tx, seed) {
      await db.markKeyRemoved(tx, seed.connectionId, seed.keyId, seed.ownerId, NOW);
      return db.wipeKey(tx, seed.keyId, NOW, NOW);
    },
    nothing: false,
  },
  listQuarantine: { run: (tx) => db.listQuarantine(tx), nothing: [] },
  listUnknownTypes: {
    async run(tx, seed) {
      await rewrite(tx, seed, { kind: 'unknown' });
      return db.listUnknownTypes(tx);
    },
    nothing: [],
  },
  listQuarantinedEnvelopes: {
    run: (tx, seed) => db.listQuarantinedEnvelopes(tx, seed.connectionId, ALL, { before: null, limit: 10 }),
    nothing: [],
  },
  countQuarantined: { run: (tx, seed) => db.countQuarantined(tx, seed.connectionId, ALL, 1), nothing: 0 },
  countByCause: { run: (tx, seed) => db.countByCause(tx, seed.connectionId), nothing: [] },
  listPagesToReopen: { run: (tx, seed) => db.listPagesToReopen(tx, seed.connectionId, ALL, 0, 10), nothing: [] },
  startRepair: {
    run: (tx, seed) =>
      db.startRepair(tx, { ...reopening(seed.connectionId), runId: newId(), askedBy: seed.ownerId, now: NOW }),
    nothing: NO_SUCH_ROW,
  },
  findRepair: { run: (tx, seed) => db.findRepair(tx, seed.runId, { lock: true }), nothing: undefined },
  countRepair: { run: (tx, seed) => db.countRepair(tx, seed.runId, 7, NOW), nothing: undefined },
  advanceRepair: {
    run: (tx, seed) => db.advanceRepair(tx, seed.runId, START, { afterPage: 1, done: 1, changed: 1, now: NOW }),
    nothing: false,
  },
  finishRepair: { run: (tx, seed) => db.finishRepair(tx, seed.runId, NOW), nothing: undefined },
  listRepairs: { run: (tx) => db.listRepairs(tx, 10), nothing: [] },
  markParser: {
    async run(tx, seed) {
      await rewrite(tx, seed, { parserVersion: 2 });
      return db.markParser(tx, seed.connectionId, 2);
    },
    nothing: false,
  },
  listMessagesToParse: {
    run: (tx, seed) => db.listMessagesToParse(tx, seed.connectionId, EVERY, { after: null, limit: 10 }),
    nothing: [],
  },
  countMessagesToParse: { run: (tx, seed) => db.countMessagesToParse(tx, seed.connectionId, EVERY), nothing: 0 },
  countUnknown: {
    async run(tx, seed) {
      await rewrite(tx, seed, { kind: 'unknown' });
      return db.countUnknown(tx, seed.connectionId);
    },
    nothing: 0,
  },
  updateMessages: {
    run: (tx, seed) =>
      db.updateMessages(tx, [
        {
          messageId: seed.messageId,
          msgid: 'other',
          kind: 'unknown',
          sentAt: NOW,
          sentAtKnown: false,
          sender: null,
          roomId: null,
          conversationId: seed.conversationId,
          direction: 'none',
          preMsgid: null,
          parserVersion: 2,
          unknownType: null,
        },
      ]),
    nothing: undefined,
  },
  replaceParticipants: { run: (tx, seed) => db.replaceParticipants(tx, [seed.messageId], []), nothing: new Set() },
  replaceSearchTokens: {
    run: (tx, { messageId }) => db.replaceSearchTokens(tx, [{ messageId, sentAt: NOW, tokens: [9] }]),
    nothing: undefined,
  },
  listMediaPlaces: { run: (tx, seed) => db.listMediaPlaces(tx, [seed.messageId]), nothing: [] },
  updateMedia: {
    run: (tx, seed) => db.updateMedia(tx, [mediaOf(seed.messageId, seed.mediaId, 'video')], NOW),
    nothing: new Set(),
  },
  recountConversations: { run: (tx, seed) => db.recountConversations(tx, [seed.conversationId]), nothing: undefined },
  correctFinding: {
    run: (tx, { connectionId }) =>
      db.correctFinding(tx, { fault: 'key.missing', subject: `connection:${connectionId}`, detail: { count: 1 } }),
    nothing: false,
  },
} satisfies Partial<Cases>;
