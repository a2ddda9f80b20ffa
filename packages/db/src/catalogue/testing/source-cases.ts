import { newId, ROW_TIME } from '@highwater/testkit';
import * as db from '../../index.ts';
import { NO_SUCH_ROW, type Cases } from './isolation-case.ts';
import { DAY, envelopeOf, ledgerDayOf, pageOf } from './seed-tenant.ts';

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
        publicPem: 'another',
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
    nothing: { opened: false, sealedVersion: null, sealed: 0, hasWrongKey: false },
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
  savePulling: {
    run: (tx, seed) => db.savePulling(tx, seed.connectionId, { mode: 'daily', timeOfDay: '07:00' }, NOW),
    nothing: false,
  },
  // The stranger is neither refused nor noted: there is no such connection. The owner's is asked for now.
  claimPull: { run: (tx, seed) => db.claimPull(tx, seed.connectionId, NOW, 1000), nothing: null },
  notePullStarted: { run: (tx, seed) => db.notePullStarted(tx, seed.connectionId, NOW), nothing: undefined },
  replaceConnectionSecret: {
    run: (tx, seed) =>
      db.replaceConnectionSecret(tx, seed.connectionId, {
        secretSealed: Buffer.from('new'),
        setAt: NOW,
        setBy: seed.ownerId,
      }),
    nothing: false,
  },
  saveConnectionSecret: {
    run: (tx, seed) =>
      db.saveConnectionSecret(
        tx,
        seed.connectionId,
        'customer_contact',
        { secretSealed: Buffer.from('new'), setAt: NOW, setBy: seed.ownerId },
        { state: 'accepted', fault: null, detail: {}, checkedAt: NOW },
      ),
    nothing: NO_SUCH_ROW,
  },
  findConnectionSecret: {
    run: (tx, seed) => db.findConnectionSecret(tx, seed.connectionId, 'contacts'),
    nothing: undefined,
  },
  saveSecretProof: {
    run: (tx, seed) =>
      db.saveSecretProof(tx, seed.connectionId, 'contacts', ROW_TIME, {
        state: 'refused',
        fault: 'secret.wrong',
        detail: {},
        checkedAt: NOW,
      }),
    nothing: false,
  },
  deleteConnectionSecret: {
    run: (tx, seed) => db.deleteConnectionSecret(tx, seed.connectionId, 'contacts'),
    nothing: false,
  },
  listConnectionSecrets: { run: (tx, seed) => db.listConnectionSecrets(tx, seed.connectionId), nothing: [] },
  lengthenChain: {
    run: (tx, seed) => db.lengthenChain(tx, seed.connectionId, { pageNo: 2, pageHash: 'next' }),
    nothing: false,
  },
  listPagesInRange: { run: (tx, seed) => db.listPagesInRange(tx, seed.connectionId, 2n, 3n), nothing: [] },
  saveCallbackPath: {
    run: (tx, { connectionId, ownerId }) =>
      db.saveCallbackPath(tx, connectionId, {
        pathHash: 'other',
        secretsSealed: Buffer.from('sealed'),
        setAt: NOW,
        setBy: ownerId,
      }),
    nothing: NO_SUCH_ROW,
  },
  findCallbackTarget: {
    run: (tx, seed) => db.findCallbackTarget(tx, seed.connectionId, `path of ${seed.connectionId}`),
    nothing: undefined,
  },
  keepCallbackSignature: {
    run: (tx, seed) => db.keepCallbackSignature(tx, seed.connectionId, 'other', NOW),
    nothing: NO_SUCH_ROW,
  },
  countCallback: { run: (tx, seed) => db.countCallback(tx, seed.connectionId, DAY, NOW), nothing: NO_SUCH_ROW },
  listCallbackDays: { run: (tx, seed) => db.listCallbackDays(tx, seed.connectionId, DAY), nothing: [] },
  pruneCallbackSignatures: { run: (tx) => db.pruneCallbackSignatures(tx, NOW), nothing: 0 },
  insertRepull: {
    run: (tx, { connectionId, ownerId }) =>
      db.insertRepull(tx, { repullId: newId(), connectionId, fromSeq: 1n, toSeq: 9n, requestedBy: ownerId, now: NOW }),
    nothing: NO_SUCH_ROW,
  },
  findRepull: { run: (tx, seed) => db.findRepull(tx, seed.repullId), nothing: undefined },
  listRepulls: { run: (tx, seed) => db.listRepulls(tx, seed.connectionId, 10), nothing: [] },
  startRepull: { run: (tx, seed) => db.startRepull(tx, seed.repullId, NOW), nothing: undefined },
  moveRepull: {
    run: (tx, seed) =>
      db.moveRepull(tx, seed.otherRepullId, { after: 0n, through: 5n, returned: 5, kept: 1, now: NOW }),
    nothing: false,
  },
  endRepull: { run: (tx, seed) => db.endRepull(tx, seed.otherRepullId, { failure: null, now: NOW }), nothing: false },
  insertPage: { run: (tx, seed) => db.insertPage(tx, pageOf(seed.connectionId, 2)), nothing: NO_SUCH_ROW },
  findPage: { run: (tx, seed) => db.findPage(tx, seed.connectionId, 1), nothing: undefined },
  // The stranger's envelope is the stranger's; the owner's sealed one is opened.
  saveEnvelopes: {
    run: (tx, seed) => db.saveEnvelopes(tx, seed.connectionId, 1, [envelopeOf('opened', '2', 'c')], NOW),
    nothing: [{ seq: '2', sha256: 'c', isNew: true }],
  },
  listConflictingSeqs: { run: (tx, seed) => db.listConflictingSeqs(tx, seed.connectionId, ['1']), nothing: [] },
  listOpenedEnvelopes: { run: (tx, seed) => db.listOpenedEnvelopes(tx, seed.connectionId, 1), nothing: new Set() },
  listCompleteness: { run: (tx) => db.listCompleteness(tx), nothing: [] },
  findLedgerEnd: { run: (tx, seed) => db.findLedgerEnd(tx, seed.connectionId), nothing: undefined },
  listLedgerPages: {
    run: (tx, seed) => db.listLedgerPages(tx, seed.connectionId, { from: 1, to: 9, limit: 9 }),
    nothing: [],
  },
  findLastPageBefore: { run: (tx, seed) => db.findLastPageBefore(tx, seed.connectionId, 0, NOW), nothing: null },
  countPagesContent: {
    run: (tx, seed) => db.countPagesContent(tx, seed.connectionId, 1, 1),
    nothing: { opened: 0, sealed: 0, unreadable: 0, kinds: [] },
  },
  sumLedgerPages: {
    run: (tx, seed) => db.sumLedgerPages(tx, seed.connectionId, 1, 1),
    nothing: { envelopes: 0, unseen: '0', after: null, last: null },
  },
  countNotOpened: {
    run: (tx, seed) => db.countNotOpened(tx, seed.connectionId, [{ from: 1, to: 1 }]),
    nothing: [{ sealed: 0, unreadable: 0 }],
  },
  insertLedgerDay: {
    run: (tx, seed) => db.insertLedgerDay(tx, seed.connectionId, ledgerDayOf('2026-11-23')),
    nothing: NO_SUCH_ROW,
  },
  listLedgerDays: {
    run: (tx, seed) => db.listLedgerDays(tx, seed.connectionId, { before: null, limit: 9 }),
    nothing: [],
  },
  listLedgerDaysAfter: { run: (tx, seed) => db.listLedgerDaysAfter(tx, seed.connectionId, null, 9), nothing: [] },
  findLedgerDay: { run: (tx, seed) => db.findLedgerDay(tx, seed.connectionId, DAY), nothing: undefined },
  insertLedgerCheckpoint: {
    run: (tx, seed) =>
      db.insertLedgerCheckpoint(tx, seed.connectionId, { slotAt: NOW, pages: 1, line: '{}', signedAt: NOW }),
    nothing: NO_SUCH_ROW,
  },
  listLedgerCheckpoints: { run: (tx, seed) => db.listLedgerCheckpoints(tx, seed.connectionId, null, 9), nothing: [] },
  listNewestCheckpoints: { run: (tx) => db.listNewestCheckpoints(tx), nothing: [] },
  findLedgerCheck: { run: (tx, seed) => db.findLedgerCheck(tx, seed.connectionId), nothing: undefined },
  listLedgerChecks: { run: (tx) => db.listLedgerChecks(tx), nothing: [] },
  askForLedgerCheck: { run: (tx, seed) => db.askForLedgerCheck(tx, seed.connectionId, NOW), nothing: NO_SUCH_ROW },
  startLedgerCheck: { run: (tx, seed) => db.startLedgerCheck(tx, seed.connectionId, NOW), nothing: NO_SUCH_ROW },
  moveLedgerCheck: {
    run: (tx, seed) =>
      db.moveLedgerCheck(tx, seed.connectionId, {
        startedAt: ROW_TIME,
        from: 0,
        page: 1,
        head: 'chain',
        finishedAt: null,
        wrongPage: null,
        now: NOW,
      }),
    nothing: false,
  },
  listSilences: { run: (tx) => db.listSilences(tx, NOW), nothing: [] },
  listFindings: { run: (tx) => db.listFindings(tx, 'open', { before: null, limit: 10 }), nothing: [] },
  findOpenFinding: {
    run: (tx, seed) => db.findOpenFinding(tx, 'key.missing', `connection:${seed.connectionId}`),
    nothing: undefined,
  },
  countMessagesByHour: { run: (tx, seed) => db.countMessagesByHour(tx, seed.connectionId, 0), nothing: [] },
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
