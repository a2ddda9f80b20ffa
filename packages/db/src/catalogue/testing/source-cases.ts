import { newId, ROW_TIME } from '@highwater/testkit';
import * as db from '../../index.ts';
import { NO_SUCH_ROW, type Cases } from './isolation-case.ts';
import { envelopeOf, pageOf } from './seed-tenant.ts';

const NOW = ROW_TIME + 1000;

export const SOURCE_CASES = {
  findConnectionAttempt: {
    run: (tx, seed) => db.findConnectionAttempt(tx, seed.attemptId, { lock: true }),
    nothing: undefined,
  },
  findAttemptOutcome: { run: (tx, seed) => db.findAttemptOutcome(tx, seed.attemptId), nothing: undefined },
  acceptConnectionAttempt: {
    run: (tx, seed) => db.acceptConnectionAttempt(tx, seed.attemptId, seed.connectionId),
    nothing: false,
  },
  refuseConnectionAttempt: {
    run: (tx, seed) => db.refuseConnectionAttempt(tx, seed.attemptId, 'secret.wrong', {}),
    nothing: false,
  },
  deleteAttempt: { run: (tx, seed) => db.deleteAttempt(tx, seed.attemptId), nothing: false },
  insertConnectionAttempt: {
    run: (tx, seed) =>
      db.insertConnectionAttempt(tx, {
        attemptId: newId(),
        corpId: seed.corpId,
        name: '总部',
        secretSealed: Buffer.from('sealed'),
        startedBy: seed.ownerId,
        startedAt: ROW_TIME,
        expiresAt: ROW_TIME,
      }),
    nothing: true,
  },
  // Nobody gets a corp that somebody has, and its holder may free nothing either: the owner claims another one.
  claimCorp: {
    run: (tx, seed) =>
      db.claimCorp(tx, tx.tenantId === seed.tenantId ? 'wwother' : seed.corpId, seed.connectionId, NOW),
    nothing: false,
  },
  insertConnection: {
    run: (tx, seed) =>
      db.insertConnection(tx, {
        connectionId: newId(),
        corpId: seed.corpId,
        name: '总部',
        secretSealed: Buffer.from('sealed'),
        secretSetAt: NOW,
        secretSetBy: seed.ownerId,
        now: NOW,
      }),
    nothing: undefined,
  },
  askForPulls: { run: (tx) => db.askForPulls(tx, 0), nothing: [] },
  listConnections: { run: (tx, seed) => db.listConnections(tx, seed.connectionId), nothing: [] },
  listKeys: { run: (tx) => db.listKeys(tx), nothing: [] },
  listOpeningKeys: { run: (tx, seed) => db.listOpeningKeys(tx, seed.connectionId), nothing: [] },
  insertConnectionKey: {
    run: (tx, { connectionId }) =>
      db.insertConnectionKey(tx, {
        connectionId,
        keyId: newId(),
        publicPem: 'public',
        privateSealed: Buffer.from('sealed'),
        now: NOW,
      }),
    nothing: NO_SUCH_ROW,
  },
  bindConnectionKey: {
    run: (tx, seed) => db.bindConnectionKey(tx, seed.connectionId, seed.keyId, 7, NOW),
    nothing: false,
  },
  saveConnectionChecks: {
    run: (tx, seed) =>
      db.saveConnectionChecks(tx, seed.connectionId, [{ step: 'key', state: 'passed', fault: null, detail: {} }], NOW),
    nothing: NO_SUCH_ROW,
  },
  getOpeningProgress: {
    run: (tx, seed) => db.getOpeningProgress(tx, seed.connectionId),
    nothing: { opened: false, sealed: 0, sealedVersion: null },
  },
  lockOpening: { run: (tx, seed) => db.lockOpening(tx, seed.connectionId), nothing: undefined, touchesNoRows: true },
  findPullState: { run: (tx, seed) => db.findPullState(tx, seed.connectionId), nothing: undefined },
  moveCursor: {
    run: (tx, seed) =>
      db.moveCursor(tx, seed.connectionId, { after: 9n, last: 10n, pageNo: 2, pageHash: 'next', now: NOW }),
    nothing: false,
  },
  finishPull: {
    run: (tx, seed) => db.finishPull(tx, seed.connectionId, { now: NOW, answered: true, nextPullAt: NOW }),
    nothing: undefined,
  },
  insertPage: { run: (tx, seed) => db.insertPage(tx, pageOf(seed.connectionId, 2)), nothing: NO_SUCH_ROW },
  findPage: { run: (tx, seed) => db.findPage(tx, seed.connectionId, 1), nothing: undefined },
  // The stranger's envelope is the stranger's; the owner's sealed one is opened.
  saveEnvelopes: {
    run: (tx, seed) => db.saveEnvelopes(tx, seed.connectionId, 1, [envelopeOf('opened', '2', 'c')], NOW),
    nothing: [{ seq: '2', sha256: 'c', isNew: true }],
  },
  countSealedByVersion: { run: (tx, seed) => db.countSealedByVersion(tx, seed.connectionId), nothing: new Map() },
  listConflictingSeqs: { run: (tx, seed) => db.listConflictingSeqs(tx, seed.connectionId, ['1']), nothing: [] },
  listOpenedEnvelopes: { run: (tx, seed) => db.listOpenedEnvelopes(tx, seed.connectionId, 1), nothing: new Set() },
  listSealedPages: { run: (tx, seed) => db.listSealedPages(tx, seed.connectionId, 1), nothing: [] },
  listCompleteness: { run: (tx) => db.listCompleteness(tx), nothing: [] },
  listFindings: { run: (tx) => db.listFindings(tx, 'open', { before: null, limit: 10 }), nothing: [] },
  raiseFinding: {
    run: (tx, { connectionId }) =>
      db.raiseFinding(tx, { fault: 'key.missing', subject: `connection:${connectionId}`, detail: {}, now: NOW }),
    nothing: 1,
  },
  resolveFindings: {
    run: (tx, seed) => db.resolveFindings(tx, ['key.missing'], `connection:${seed.connectionId}`, NOW),
    nothing: 0,
  },
} satisfies Partial<Cases>;
