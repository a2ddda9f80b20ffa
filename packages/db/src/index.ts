export * from './pools/database-settings.ts';
export { createPool } from './pools/create-pool.ts';
export { closeDatabase, createDatabase, type Database } from './pools/create-database.ts';
export { inTenant, type TenantTx } from './transactions/in-tenant.ts';
export { asPlatform, PLATFORM_REASONS, type PlatformReason, type PlatformTx } from './transactions/as-platform.ts';
export { asSearch } from './transactions/as-search.ts';
export { bootstrapCluster } from './bootstrap/bootstrap-cluster.ts';
export { hashMigrations, migrate } from './migrate/migrate.ts';
export { SqlValues } from './conditions/sql-values.ts';
export { accessSql } from './conditions/access-sql.ts';
export {
  createPostgresSearchIndex,
  type CompileTokens,
  type TokenCondition,
} from './search-index/postgres-search-index.ts';
export type { Direction, MessageRow } from './messages/message-row.ts';
export { findMessage, listMessagesByIds } from './messages/find-message.ts';
export { listMessages } from './messages/list-messages.ts';
export { countHidden } from './messages/count-hidden.ts';
export { listRecalls } from './messages/list-recalls.ts';
export {
  countEmployees,
  listPeople,
  listPeopleByKeys,
  listPeopleOfMessages,
  type PersonKind,
  type PersonRow,
} from './people/list-people.ts';
export { listRooms, type RoomRow } from './rooms/list-rooms.ts';
export {
  listConversations,
  listConversationsByIds,
  listLastMessages,
  type ConversationKind,
  type ConversationRow,
} from './conversations/list-conversations.ts';
export type { MediaRow } from './media/media-row.ts';
export { findMedia, listMediaOfMessages } from './media/list-media.ts';
export type { ExportRow, ExportStage, ExportState, StoredSelection } from './exports/export-row.ts';
export { findExport, listExports, listExportsOfRun } from './exports/read-exports.ts';
export {
  completeExport,
  endExport,
  failExport,
  holdExport,
  insertExport,
  noteExportProgress,
  startExport,
} from './exports/write-exports.ts';
export {
  clearSelection,
  countSelection,
  freezeSelection,
  listSelectedConversations,
  listSelectedMessages,
  listSelectedPeople,
  type SelectedConversation,
  type SelectionCount,
} from './exports/export-selection.ts';
export {
  countDownload,
  findLink,
  findLinkByToken,
  insertLink,
  listLinksOfExport,
  markLinkMailed,
  type LinkRow,
} from './links/export-links.ts';
export {
  deleteSchedule,
  findSchedule,
  insertSchedule,
  listDueSchedules,
  listSchedules,
  updateSchedule,
  type ScheduleRow,
} from './schedules/schedules.ts';
export {
  insertRun,
  listRuns,
  listUnfinishedRuns,
  lockRun,
  moveRun,
  type RunState,
  type ScheduleRunRow,
} from './schedules/schedule-runs.ts';
export {
  acceptConnectionAttempt,
  findConnectionAttempt,
  listExpiredAttempts,
  refuseConnectionAttempt,
  type AttemptToCheck,
} from './connections/connection-attempts.ts';
export { claimCorp, insertConnection, type NewConnection } from './connections/insert-connection.ts';
export {
  bindConnectionKey,
  insertConnectionKey,
  listOpeningKeys,
  type ConnectionKey,
} from './connections/connection-keys.ts';
export {
  getOpeningProgress,
  saveConnectionChecks,
  type CheckStep,
  type ConnectionCheck,
  type OpeningProgress,
} from './connections/connection-checks.ts';
export { finishPull, findPullState, listDueConnections, moveCursor, type PullState } from './connections/pull-state.ts';
export { insertPage, type NewPage } from './pages/insert-page.ts';
export { findPage, listUnopenedPages, type PagePlace, type StoredPage } from './pages/find-page.ts';
export { saveEnvelopes, type EnvelopeToSave } from './envelopes/save-envelopes.ts';
export {
  countSealedByVersion,
  listConflictingSeqs,
  listOpenedEnvelopes,
  listSealedPages,
} from './envelopes/list-envelopes.ts';
export { insertMessages, insertParticipants, type NewMessage } from './messages/insert-messages.ts';
export { listConflictingMsgids } from './messages/list-conflicting-msgids.ts';
export { saveConversations, type SeenConversation } from './conversations/save-conversations.ts';
export { savePeople, type SeenPerson } from './people/save-people.ts';
export { saveRooms, type SeenRoom } from './rooms/save-rooms.ts';
export { insertSearchTokens } from './search-tokens/insert-search-tokens.ts';
export { insertMedia, type NewMedia } from './media/insert-media.ts';
export {
  listDueMedia,
  markMediaAbsent,
  markMediaStored,
  postponeMedia,
  startMediaAttempt,
  type MediaToFetch,
  type StoredFile,
} from './media/fetch-state.ts';
export { raiseFinding } from './findings/raise-finding.ts';
export { resolveFindings } from './findings/resolve-findings.ts';
export { findWrappedKey } from './tenant-keys/find-wrapped-key.ts';
export { readArchiveSettled, type ArchiveSettled } from './schedules/archive-settled.ts';
export { createIdentityPool } from './pools/create-identity-pool.ts';
export { insertTenant } from './tenants/insert-tenant.ts';
export { findTenant, getTenant, type TenantRow } from './tenants/find-tenant.ts';
export { listMemberships, type MembershipRow } from './members/list-memberships.ts';
export type { MemberRow } from './members/member-row.ts';
export { findMember, findMemberByEmail, getMember } from './members/find-member.ts';
export { listMembers } from './members/list-members.ts';
export { insertMember, lockOwners, markMemberRemoved, updateMemberLanguage } from './members/write-members.ts';
export { insertGrant, revokeGrants } from './grants/write-grants.ts';
export { isOperator } from './operators/is-operator.ts';
export { appendAudit, type AuditDetail, type AuditEntry } from './audit/append-audit.ts';
export { listAudit, type AuditRow } from './audit/list-audit.ts';
export { lockOpening } from './connections/lock-opening.ts';
export { findMissingMigration } from './migrate/find-missing-migration.ts';
export { countSearchable } from './messages/count-searchable.ts';
export { listMembersByIds } from './members/list-members-by-ids.ts';
export { listLedgerStatements, type LedgerStatementRow } from './exports/list-ledger-statements.ts';
export { askForPulls } from './schedules/ask-for-pulls.ts';
export {
  deleteAttempt,
  findAttemptOutcome,
  insertConnectionAttempt,
  type AttemptOutcome,
} from './attempts/connection-attempts.ts';
export {
  listConnections,
  type ConnectionCheckRow,
  type ConnectionKeyRow,
  type ConnectionRow,
} from './connections/list-connections.ts';
export { listKeys, type KeyRow } from './keys/list-keys.ts';
export { listCompleteness, type CompletenessRow } from './completeness/list-completeness.ts';
export { listFindings, type FindingRow } from './findings/list-findings.ts';
export { countMedia, countMessages, type MediaCounts, type MessageCounts } from './overview/read-overview.ts';
export { keepAnswer, lockKeptAnswer, type KeptAnswer } from './idempotency/idempotency-keys.ts';
export {
  findInvitation,
  findInvitationByToken,
  listInvitations,
  type InvitationRow,
} from './invitations/invitations.ts';
export {
  insertInvitation,
  markInvitationAccepted,
  markInvitationRevoked,
  revokeInvitationsTo,
} from './invitations/write-invitations.ts';
export { listOperatorTenants, type OperatorTenantRow } from './operators/list-operator-tenants.ts';
export { countExport, type ExportCounts } from './exports/count-export.ts';
export { listExpiredExports, listUnfinishedExports } from './exports/list-exports-to-sweep.ts';
export { addOperator } from './operators/add-operator.ts';
