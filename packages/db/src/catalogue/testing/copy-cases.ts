import { ROW_TIME } from '@highwater/testkit';
import * as db from '../../index.ts';
import type { Cases } from './isolation-case.ts';
import { audioCopy } from './seed-copies.ts';

export const COPY_CASES = {
  startCopies: { run: (tx, seed) => db.startCopies(tx, seed.copiedSha256, 2, ROW_TIME), nothing: undefined },
  postponeCopies: {
    run: (tx, seed) => db.postponeCopies(tx, seed.copiedSha256, ROW_TIME + 1, false),
    nothing: undefined,
  },
  finishCopies: { run: (tx, seed) => db.finishCopies(tx, seed.copiedSha256, 2, ROW_TIME), nothing: undefined },
  requestCopies: {
    // One that is due already stays so; the owner's is brought to its end first.
    run: async (tx, seed) => {
      await db.finishCopies(tx, seed.copiedSha256, 1, ROW_TIME);
      await db.requestCopies(tx, seed.copiedSha256, ROW_TIME);
    },
    nothing: undefined,
  },
  saveCopies: {
    run: (tx, seed) =>
      db.saveCopies(tx, { sha256: seed.copiedSha256, makerVersion: 2, copies: [audioCopy()], now: ROW_TIME }),
    nothing: undefined,
  },
  listCopies: { run: (tx, seed) => db.listCopies(tx, [seed.copiedSha256]), nothing: [] },
  listUncopied: { run: (tx, seed) => db.listUncopied(tx, [seed.copiedSha256]), nothing: new Set() },
  countUnreadableFiles: { run: (tx) => db.countUnreadableFiles(tx), nothing: 0 },
  findMediaCopy: {
    run: (tx, seed) => db.findMediaCopy(tx, { kind: 'all' }, seed.copiedMediaId, 'audio'),
    nothing: undefined,
  },
  listTextFiles: { run: (tx, seed) => db.listTextFiles(tx, [seed.otherMessageId]), nothing: [] },
  findConversationOf: { run: (tx, seed) => db.findConversationOf(tx, seed.messageId), nothing: undefined },
  findFileText: { run: (tx, seed) => db.findFileText(tx, seed.copiedSha256), nothing: undefined },
  lockMessagesToIndex: { run: (tx, seed) => db.lockMessagesToIndex(tx, seed.copiedSha256, 1, 10), nothing: [] },
  markTextIndexed: {
    run: (tx, seed) => db.markTextIndexed(tx, seed.copiedSha256, [seed.otherMessageId], 2),
    nothing: undefined,
  },
} satisfies Partial<Cases>;
