import { newId, ROW_TIME } from '@highwater/testkit';
import * as db from '../../index.ts';
import { NO_SUCH_ROW, type Cases } from './isolation-case.ts';
import { MONTH, SESSION } from './seed-audit.ts';
import { CHEN, CUSTOMER } from './seed-people.ts';

const NOW = ROW_TIME + 1000;
const PAGE = { before: null, limit: 10 };
const OTHER_MONTH = '2026-09';

export const AUDIT_CASES = {
  listAudit: { run: (tx) => db.listAudit(tx, PAGE), nothing: [] },
  listAuditMembers: { run: (tx) => db.listAuditMembers(tx), nothing: [] },
  listSealedAudit: {
    run: async (tx, { tenantId }) => {
      // The ids are those of the seeded tenant, whoever asks.
      const rows = await db.listAudit({ ...tx, tenantId }, PAGE);
      return db.listSealedAudit(
        tx,
        rows.map(({ auditId }) => auditId),
      );
    },
    nothing: [],
  },
  listConversationsAbout: { run: (tx) => db.listConversationsAbout(tx, { person: CHEN }), nothing: [] },
  nameAuditSubjects: {
    run: (tx, seed) =>
      db.nameAuditSubjects(tx, [
        `member:${seed.ownerId}`,
        `person:${CUSTOMER}`,
        `conversation:${seed.conversationId}`,
        `message:${seed.messageId}`,
        `dialog:${seed.dialogId}`,
        `export:${seed.runningExportId}`,
        `connection:${seed.connectionId}`,
      ]),
    nothing: [],
  },
  findAuditCheck: { run: (tx) => db.findAuditCheck(tx), nothing: undefined },
  saveAuditCheck: {
    run: (tx) => db.saveAuditCheck(tx, { checkedAt: NOW, position: 2, problems: 1 }),
    nothing: [],
    needsRls: true,
  },
  listAuditCheckpoints: { run: (tx) => db.listAuditCheckpoints(tx, { after: null, limit: 10 }), nothing: [] },
  findNewestAuditCheckpoint: { run: (tx) => db.findNewestAuditCheckpoint(tx, null), nothing: undefined },
  readChainState: {
    run: (tx) => db.readChainState(tx),
    nothing: { rows: 0, chainedTo: null, waiting: 0 },
  },
  findAuditRange: { run: (tx) => db.findAuditRange(tx, { from: null, until: null }), nothing: undefined },
  countStatement: { run: (tx) => db.countStatement(tx, 0, NOW), nothing: [] },
  insertStatement: {
    run: (tx) =>
      db.insertStatement(tx, {
        month: OTHER_MONTH,
        zone: 'UTC',
        fromAt: 0,
        untilAt: 1,
        madeAt: NOW,
        lines: [],
      }),
    nothing: true,
  },
  findStatement: { run: (tx) => db.findStatement(tx, MONTH), nothing: undefined },
  listStatements: { run: (tx) => db.listStatements(tx, PAGE), nothing: [] },
  insertStatementMail: { run: (tx, seed) => db.insertStatementMail(tx, MONTH, seed.viewerId), nothing: NO_SUCH_ROW },
  isStatementUnmailed: { run: (tx, seed) => db.isStatementUnmailed(tx, MONTH, seed.ownerId), nothing: false },
  markStatementMailed: { run: (tx, seed) => db.markStatementMailed(tx, MONTH, seed.ownerId, NOW), nothing: false },
  findReason: {
    run: (tx, seed) => db.findReason(tx, seed.ownerId, SESSION),
    nothing: { hours: null, given: null },
  },
  saveReason: {
    run: (tx, seed) =>
      db.saveReason(tx, { memberId: seed.ownerId, sessionId: 'another', auditId: newId(), at: NOW, before: 0 }),
    nothing: NO_SUCH_ROW,
  },
  updateReasonHours: { run: (tx) => db.updateReasonHours(tx, 4), nothing: undefined, needsRls: true },
} satisfies Partial<Cases>;
