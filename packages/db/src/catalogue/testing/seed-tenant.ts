import type {
  AttemptId,
  ConnectionId,
  ConversationId,
  ExportId,
  InvitationId,
  KeyId,
  LinkId,
  MediaId,
  MemberId,
  MessageId,
  RepairId,
  RepullId,
  RoomId,
  SavedSearchId,
  ScheduleId,
  TenantId,
} from '@highwater/domain';
import { addConnection, addMember, addMessages, addTenant, newId, ROW_TIME } from '@highwater/testkit';
import * as db from '../../index.ts';
import { seedApiKey } from './seed-api-key.ts';
import { seedAuditFollowUp } from './seed-audit.ts';
import { seedDialog } from './seed-dialog.ts';
import { seedEnrichment } from './seed-enrichment.ts';
import { seedPerson } from './seed-person.ts';
import { seedSignOn } from './seed-sign-on.ts';
import { mediaOf, seedMedia } from './seed-media.ts';
import { seedCopies } from './seed-copies.ts';
import { seedIndex } from './seed-index.ts';
import { seedSupport } from './seed-support.ts';
import { CHEN, CUSTOMER } from './seed-people.ts';

export type SeededTenant = Awaited<ReturnType<typeof seedTenant>>;

export const DAY = '2026-11-22';
export const EVERYTHING = {
  people: [],
  roomId: null,
  conversationId: null,
  kinds: [],
  from: null,
  until: null,
} as const;

/** A tenant with at least one row in every table, in the states in which queries have something to do. */
export async function seedTenant(database: db.Database) {
  const tenantId = await addTenant(database, { name: '青橙' });
  return db.inTenant(database, tenantId, async (tx) => {
    const company = await seedCompany(tx);
    const archive = await seedArchive(tx, tenantId, company.runningExportId);
    const dialogId = await seedDialog(tx, company.ownerId, archive);
    const signOn = await seedSignOn(tx, company.ownerId, company.viewerId);
    return { tenantId, ...signOn, ...company, ...archive, dialogId };
  });
}

async function seedCompany(tx: db.TenantTx) {
  await tx.query(
    'UPDATE hw.tenants SET dialog_gap_minutes = 45, unanswered_hours = 6, factor_required = true WHERE tenant_id = $1',
    [tx.tenantId],
  );
  const ownerId = await addMember(tx, { name: '周敏', email: 'owner@example.com' });
  const viewerId = await addMember(tx, {
    role: 'viewer',
    name: '林小雨',
    email: 'viewer@example.com',
    employees: [CHEN],
  });
  const roleId = newId();
  const role = { roleId, name: '外部律师', actions: ['view', 'hold'], reach: 'granted' } as const;
  await db.insertRole(tx, { ...role, madeBy: ownerId, madeAt: ROW_TIME });
  const invitationId = newId<InvitationId>();
  await db.insertInvitation(tx, {
    invitationId,
    email: 'new@example.com',
    role: 'custom',
    roleId,
    grants: [{ ...db.NO_TERMS, employees: [CHEN], note: null }],
    language: 'en',
    tokenHash: `hash of ${invitationId}`,
    invitedBy: ownerId,
    createdAt: ROW_TIME,
    expiresAt: ROW_TIME + 86_400_000,
  });
  await seedAudit(tx, ownerId);
  await seedAuditFollowUp(tx, ownerId);
  await db.keepAnswer(tx, {
    memberId: ownerId,
    key: 'kept',
    route: 'POST /exports',
    requestHash: 'hash',
    status: 201,
    answer: {},
    createdAt: ROW_TIME,
  });
  const searchId = newId<SavedSearchId>();
  const sealedQuery = Buffer.from('sealed');
  await db.insertSavedSearch(tx, { searchId, memberId: ownerId, name: '退款', sealedQuery, createdAt: ROW_TIME });
  const support = await seedSupport(tx, ownerId);
  const apiKeyId = await seedApiKey(tx, ownerId);
  return {
    ownerId,
    viewerId,
    roleId,
    apiKeyId,
    ...support,
    invitationId,
    searchId,
    ...(await seedHandOver(tx, ownerId, viewerId)),
  };
}

/** Of two lines one is linked, one waits; a third was noted and is gone; a checkpoint knows more rows than there are. */
async function seedAudit(tx: db.TenantTx, ownerId: MemberId) {
  const append = () =>
    db.appendAudit(tx, {
      auditId: newId(),
      at: ROW_TIME,
      memberId: ownerId,
      actor: 'member',
      event: 'member.invited',
      subject: null,
      detail: {},
      address: null,
      requestId: null,
      sealed: Buffer.from('sealed'),
    });
  await append();
  await db.linkAudit(tx, ROW_TIME, 10);
  await append();
  await tx.query('INSERT INTO hw.audit_pending (tenant_id, audit_id) VALUES ($1, $2)', [tx.tenantId, newId()]);
  await db.insertAuditCheckpoint(tx, { slotAt: ROW_TIME, position: 9, line: '{}', signedAt: ROW_TIME });
}

async function seedHandOver(tx: db.TenantTx, ownerId: MemberId, viewerId: MemberId) {
  const [queuedExportId, runningExportId, scheduleId, linkId] = [
    newId<ExportId>(),
    newId<ExportId>(),
    newId<ScheduleId>(),
    newId<LinkId>(),
  ];
  await db.insertSchedule(tx, {
    scheduleId,
    name: '每天',
    zone: 'Asia/Shanghai',
    timeOfDay: '07:00',
    recipients: [viewerId],
    createdBy: ownerId,
    enabled: true,
    nextAt: ROW_TIME,
    createdAt: ROW_TIME,
  });
  await db.insertRun(tx, scheduleId, DAY, ROW_TIME);
  for (const exportId of [queuedExportId, runningExportId]) {
    await db.insertExport(tx, {
      exportId,
      requestedBy: ownerId,
      scheduleId,
      selection: EVERYTHING,
      sealedWords: null,
      archivedUntil: ROW_TIME,
      createdAt: ROW_TIME,
    });
  }
  await db.startExport(tx, runningExportId, ROW_TIME);
  await db.insertLink(tx, {
    linkId,
    exportId: runningExportId,
    memberId: viewerId,
    tokenHash: `hash of ${linkId}`,
    runDay: DAY,
    createdAt: ROW_TIME,
    expiresAt: ROW_TIME + 86_400_000,
  });
  return { queuedExportId, runningExportId, scheduleId, linkId };
}

async function seedArchive(tx: db.TenantTx, tenantId: TenantId, exportId: ExportId) {
  const corpId = `ww${tenantId.replaceAll('-', '').slice(0, 16)}`;
  const connectionId = await addConnection(tx, { corpId });
  const [attemptId, keyId, mediaId, conversationId] = [
    newId<AttemptId>(),
    newId<KeyId>(),
    newId<MediaId>(),
    newId<ConversationId>(),
  ];
  const roomId = 'wrTESTdAAAUo3Iy7Tr5Ew1Qa9Sd2Fg' as RoomId;
  await db.insertConnectionAttempt(tx, {
    attemptId,
    corpId,
    name: '总部',
    secretSealed: Buffer.from('sealed'),
    startedBy: newId(),
    startedAt: ROW_TIME,
    expiresAt: ROW_TIME + 86_400_000,
  });
  await db.insertConnectionKey(tx, {
    connectionId,
    keyId,
    publicPem: 'public',
    privateSealed: Buffer.from('sealed'),
    now: ROW_TIME,
  });
  await db.saveConnectionChecks(
    tx,
    connectionId,
    [{ step: 'key', state: 'waiting', fault: null, detail: {} }],
    ROW_TIME,
  );
  await seedSource(tx, connectionId);
  const runId = newId<RepairId>();
  await db.startRepair(tx, { ...reopening(connectionId), runId, askedBy: null, now: ROW_TIME });
  const repulls = await seedTriggers(tx, connectionId);
  const seen = { isExternal: false, firstAt: ROW_TIME, lastAt: ROW_TIME };
  await db.savePeople(tx, connectionId, [{ personKey: CHEN, writtenAs: 'Chen.Min', kind: 'employee', ...seen }]);
  await db.saveRooms(tx, connectionId, [{ roomId, conversationId, ...seen }]);
  await db.saveConversations(tx, connectionId, [{ conversationId, kind: 'room', roomId, people: [CHEN], ...seen }]);
  const people = [CHEN, CUSTOMER];
  const messageIds = await addMessages(tx, connectionId, [
    { people, conversationId, roomId, msgid: 'first' },
    { people, conversationId, roomId, msgid: 'second' },
    { people, conversationId, roomId, msgid: 'second' },
    { people: [CHEN], conversationId, roomId, msgid: 'recall', kind: 'revoke', preMsgid: 'first' },
    { people: [CUSTOMER, CHEN], conversationId, roomId, msgid: 'question', direction: 'inbound' },
  ]);
  const [messageId, otherMessageId] = messageIds as readonly [MessageId, MessageId, ...MessageId[]];
  const inboundId = messageIds.at(-1) ?? messageId;
  await db.freezeSelection(tx, exportId, {
    selection: EVERYTHING,
    access: { kind: 'all' },
    archivedUntil: ROW_TIME,
    among: null,
  });
  const indexRunIds = await seedIndex(tx);
  const facts = { kind: 'text', direction: 'internal', hasMedia: true, conversation: 4, room: 5, people: [6] } as const;
  await db.insertSearchTokens(tx, [{ messageId, sentAt: ROW_TIME, tokens: [1, 2, 3], facts }]);
  await db.saveConsents(tx, connectionId, [consentOf(messageId)]);
  await db.insertMedia(tx, connectionId, [mediaOf(messageId, mediaId)], ROW_TIME);
  await seedPerson(tx, connectionId, roomId);
  await seedEnrichment(tx, connectionId);
  const fetched = await seedMedia(tx, connectionId, otherMessageId);
  const copied = await seedCopies(tx, connectionId, otherMessageId);
  return {
    ...repulls,
    ...copied,
    ...fetched,
    ...indexRunIds,
    runId,
    corpId,
    connectionId,
    attemptId,
    keyId,
    mediaId,
    conversationId,
    roomId,
    messageId,
    otherMessageId,
    inboundId,
  };
}

export function consentOf(messageId: MessageId): db.NewConsent {
  return { messageId, externalPerson: CUSTOMER, employee: CHEN, roomId: null, status: 'agree', decidedAt: ROW_TIME };
}

/** All of a connection's quarantine. */
export function reopening(connectionId: ConnectionId) {
  return { connectionId, work: 'reopen', cause: null, publickeyVer: null, among: null } as const;
}

/** One page of three envelopes: two of one seq, one that waits for its key; and an open finding. */
async function seedSource(tx: db.TenantTx, connectionId: ConnectionId): Promise<void> {
  await db.insertPage(tx, pageOf(connectionId, 1));
  await db.insertLedgerDay(tx, connectionId, ledgerDayOf(DAY));
  await db.insertLedgerCheckpoint(tx, connectionId, { slotAt: ROW_TIME, pages: 1, line: '{}', signedAt: ROW_TIME });
  await db.askForLedgerCheck(tx, connectionId, ROW_TIME);
  await db.moveCursor(tx, connectionId, { after: 0n, last: 9n, pageNo: 1, pageHash: 'chain', now: ROW_TIME });
  await db.saveEnvelopes(
    tx,
    connectionId,
    1,
    [envelopeOf('opened', '1', 'a'), envelopeOf('opened', '1', 'b'), envelopeOf('sealed', '2', 'c')],
    ROW_TIME,
  );
  await db.raiseFinding(tx, { fault: 'key.missing', subject: `connection:${connectionId}`, detail: {}, now: ROW_TIME });
}

/** A callback path with an event of the day; a re-pull that waits, of a connection of its own, and one under way. */
async function seedTriggers(tx: db.TenantTx, connectionId: ConnectionId) {
  const other = await addConnection(tx);
  const [repullId, otherRepullId, ownerId] = [newId<RepullId>(), newId<RepullId>(), newId<MemberId>()];
  const pathHash = `path of ${connectionId}`;
  await db.saveCallbackPath(tx, connectionId, {
    pathHash,
    secretsSealed: Buffer.from('sealed'),
    setAt: ROW_TIME,
    setBy: ownerId,
  });
  await db.saveConnectionSecret(
    tx,
    connectionId,
    'contacts',
    { secretSealed: Buffer.from('sealed'), setAt: ROW_TIME, setBy: ownerId },
    { state: 'unproven', fault: null, detail: {}, checkedAt: ROW_TIME },
  );
  await db.keepCallbackSignature(tx, connectionId, 'signature', ROW_TIME);
  await db.countCallback(tx, connectionId, DAY, ROW_TIME);
  const range = { fromSeq: 1n, toSeq: 9n, requestedBy: ownerId, now: ROW_TIME };
  await db.insertRepull(tx, { repullId, connectionId: other, ...range });
  await db.insertRepull(tx, { repullId: otherRepullId, connectionId, ...range });
  await db.startRepull(tx, otherRepullId, ROW_TIME);
  return { repullId, otherRepullId };
}

export function envelopeOf(state: 'opened' | 'sealed', seq: string, sha256: string): db.EnvelopeToSave {
  const fault = state === 'sealed' ? 'key.missing' : null;
  return { seq, sha256, position: 0, msgid: `m${seq}`, publickeyVer: 1, state, fault, messageId: null };
}

export function ledgerDayOf(day: string): db.LedgerDay {
  return { day, fromPage: 1, toPage: 1, root: 'root', line: '{}', signedAt: ROW_TIME };
}

export function pageOf(connectionId: ConnectionId, pageNo: number): db.NewPage {
  return {
    connectionId,
    pageNo,
    after: 0n,
    first: 1n,
    last: 9n,
    count: 3,
    unseen: [{ from: 3n, to: 9n }],
    bytes: Buffer.from('page'),
    sha256: 'sha',
    leafHash: 'leaf',
    chainHash: 'chain',
    receivedAt: ROW_TIME,
  };
}
