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
export type { MessageSelection } from './conditions/selection-sql.ts';
export type { UnansweredRule } from './conditions/unanswered-sql.ts';
export {
  createPostgresSearchIndex,
  type CompileTokens,
  type TokenCondition,
} from './search-index/postgres-search-index.ts';
export * from './messages/index.ts';
export {
  countEmployees,
  listPeople,
  listPeopleByKeys,
  listPeopleOfMessages,
  type PersonOfMessages,
  type ListedPersonRow,
  type NamePattern,
  type PeopleFilter,
  type PersonPosition,
  type PersonKind,
  type PersonRow,
} from './people/list-people.ts';
export { listNamesAt, listRoomNamesAt } from './names/list-names-at.ts';
export { listNameIntervals, type NameInterval } from './names/list-name-intervals.ts';
export * from './person-record/index.ts';
export * from './saved-searches/index.ts';
export * from './api-keys/index.ts';
export { findAddressRule, isInsideRule, setAddressRule, type AddressRule } from './address-rules/address-rules.ts';
export { listRooms, type RoomFilter, type RoomRow } from './rooms/list-rooms.ts';
export { listRoomsSeen } from './rooms/list-rooms-seen.ts';
export { findRoom, listRoomHistory, type RoomChange, type RoomRecordRow } from './rooms/find-room.ts';
export {
  countRoomMembers,
  listRoomMembers,
  type RoomMemberPlace,
  type RoomMemberRow,
} from './rooms/list-room-members.ts';
export * from './gaps/index.ts';
export * from './files/index.ts';
export {
  listConversations,
  listConversationsByIds,
  listLastMessages,
  type ConversationKind,
  type ConversationRow,
} from './conversations/list-conversations.ts';
export * from './media/index.ts';
export * from './media-copies/index.ts';
export * from './exports/index.ts';
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
export * from './connections/index.ts';
export { insertPage, type NewPage } from './pages/insert-page.ts';
export { findPage, listUnopenedPages, type PagePlace, type StoredPage } from './pages/find-page.ts';
export { saveEnvelopes, type EnvelopeToSave } from './envelopes/save-envelopes.ts';
export { listConflictingSeqs, listOpenedEnvelopes } from './envelopes/list-envelopes.ts';
export { saveConversations, type SeenConversation } from './conversations/save-conversations.ts';
export { savePeople, type SeenPerson } from './people/save-people.ts';
export { saveRooms, type SeenRoom } from './rooms/save-rooms.ts';
export { insertSearchTokens } from './search-tokens/insert-search-tokens.ts';
export type { SearchFacts, SearchRow } from './search-tokens/search-row.ts';
export { raiseFinding } from './findings/raise-finding.ts';
export { resolveFindings } from './findings/resolve-findings.ts';
export { findWrappedKey } from './tenant-keys/find-wrapped-key.ts';
export { readArchiveSettled, type ArchiveSettled } from './schedules/archive-settled.ts';
export { createIdentityPool } from './pools/create-identity-pool.ts';
export { countAttempt, takeAttemptBack, type AttemptSlot } from './identity/attempts.ts';
export { insertTenant } from './tenants/insert-tenant.ts';
export { findTenant, getTenant, type TenantRow } from './tenants/find-tenant.ts';
export { listMemberships, type MembershipRow } from './members/list-memberships.ts';
export type { MemberRow } from './members/member-row.ts';
export { findMember, findMemberByEmail, getMember } from './members/find-member.ts';
export { listMembers } from './members/list-members.ts';
export {
  insertMember,
  lockOwners,
  markMemberRemoved,
  updateMemberLanguage,
  updateMemberPerson,
  updateMemberRole,
} from './members/write-members.ts';
export { insertGrant, revokeGrant, revokeGrants, updateGrant } from './grants/write-grants.ts';
export {
  namedDepartments,
  namedEmployees,
  NO_TERMS,
  PLAIN_ACTIONS,
  type GrantRow,
  type GrantTerms,
  type TagPlace,
} from './grants/grant-terms.ts';
export { countSeenPeople, countSeenRooms } from './grants/count-seen.ts';
export { inTenantWithin } from './transactions/in-tenant-within.ts';
export { listRoomsByIds } from './rooms/list-rooms-by-ids.ts';
export { listCustomerTags, listTagsByPlace, type CustomerTagRow } from './grants/list-tags.ts';
export type { CustomRole } from './roles/custom-role.ts';
export { countMembersByRole, type RoleCount } from './roles/count-members-by-role.ts';
export { findRole, listRoles, type CustomRoleRow } from './roles/list-roles.ts';
export { insertRole, markRoleRemoved, updateRole } from './roles/write-roles.ts';
export { createGrantMemory, grantMemoryOf, type GrantMemory } from './grants/grant-memory.ts';
export { listGrantsOf, type ResolvedGrant } from './grants/list-grants-of.ts';
export type {
  DepartmentPlace,
  DepartmentsAsOf,
  GrantedDepartment,
  GrantedDepartments,
} from './grants/granted-departments.ts';
export {
  listDepartments,
  listDepartmentsByPlace,
  type DepartmentFilter,
  type DepartmentPosition,
  type DepartmentRow,
} from './departments/list-departments.ts';
export { appendAuditOnce, type CoveringEntry } from './audit/append-audit-once.ts';
export { appendAudit, type AuditDetail, type AuditEntry } from './audit/append-audit.ts';
export {
  listAudit,
  listAuditMembers,
  listSealedAudit,
  type AuditPagePlace,
  type AuditRow,
} from './audit/list-audit.ts';
export {
  EVERY_LINE,
  listConversationsAbout,
  type AuditFilter,
  type AuditSubjects,
  type EventChoice,
} from './audit/audit-filter.ts';
export { nameAuditSubjects, type AuditSubjectName } from './audit/name-audit-subjects.ts';
export { findAuditCheck, listAuditsToCheck, saveAuditCheck, type AuditCheckRow } from './audit/audit-checks.ts';
export { findNewestAuditCheckpoint, listAuditCheckpoints, readChainState } from './audit/list-checkpoints.ts';
export { countStatement } from './audit-statements/count-statement.ts';
export * from './audit-statements/statements.ts';
export { findReason, saveReason, updateReasonHours, type ReasonState } from './reasons/reasons.ts';
export {
  insertAuditCheckpoint,
  listAuditsToCheckpoint,
  listCheckpointsBeyond,
  type AuditCheckpoint,
} from './audit/audit-checkpoints.ts';
export { findAuditPlace, linkAudit, listAuditsToLink } from './audit/link-audit.ts';
export { findAuditRange, listAuditLinks, listLostAudit, listUnlinkedAudit } from './audit/list-audit-links.ts';
export { verifyAudit, type AuditVerdict, type AuditVerifyPlace } from './audit/verify-audit.ts';
export * from './secrets/connection-secrets.ts';
export { findMissingMigration } from './migrate/find-missing-migration.ts';
export { listMembersByIds } from './members/list-members-by-ids.ts';
export { askForPulls } from './schedules/ask-for-pulls.ts';
export {
  deleteAttempt,
  findAttemptOutcome,
  insertConnectionAttempt,
  type AttemptOutcome,
} from './attempts/connection-attempts.ts';
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
  type OfferedGrant,
} from './invitations/invitations.ts';
export {
  insertInvitation,
  markInvitationAccepted,
  markInvitationRevoked,
  revokeInvitationsTo,
} from './invitations/write-invitations.ts';
export { listOperatorTenants, type OperatorTenantRow } from './operators/list-operator-tenants.ts';
export { findOperator } from './operators/find-operator.ts';
export { inviteOperator, removeOperator } from './operators/invite-operator.ts';
export { findEnrolment, findOperatorAccount, takeEnrolment } from './operators/enrolments.ts';
export { countOpenSupport } from './support/count-open-support.ts';
export { askSupport } from './support/ask-support.ts';
export {
  approveSupport,
  endSupport,
  expireSupport,
  refuseSupport,
  type SupportApproval,
} from './support/decide-support.ts';
export {
  findSupportPlace,
  listDueSupport,
  listOperatorSupport,
  type DueSupport,
  type OperatorSupportRow,
} from './support/find-support-place.ts';
export { findSupportRequest, listAskedSupport, listSupportRequests } from './support/list-support-requests.ts';
export type { SupportRequestRow } from './support/support-request-row.ts';
export { countSupportLooks, listOwners, noteSupportMailed, SUPPORT_LOOKED } from './support/support-mails.ts';
export {
  findCallbackByPath,
  findCallbackTarget,
  saveCallbackPath,
  type CallbackTarget,
} from './callbacks/callback-paths.ts';
export {
  countCallback,
  keepCallbackSignature,
  listCallbackDays,
  listStaleCallbackTenants,
  pruneCallbackSignatures,
  type CallbackDay,
} from './callbacks/callback-events.ts';
export {
  endRepull,
  findRepull,
  insertRepull,
  listLostRepulls,
  listRepulls,
  moveRepull,
  startRepull,
  type RepullRow,
  type RepullState,
} from './repulls/repulls.ts';
export { lengthenChain, listPagesInRange, type KeptPage } from './pages/pages-in-range.ts';
export { listKeysToWipe, markKeyRemoved, wipeKey } from './keys/remove-key.ts';
export type { QuarantineCause, QuarantineScope } from './quarantine/quarantine-scope.ts';
export {
  listQuarantine,
  listQuarantinedEnvelopes,
  listUnknownTypes,
  type QuarantinedEnvelope,
  type QuarantineGroup,
  type QuarantinePlace,
  type UnknownType,
} from './quarantine/list-quarantine.ts';
export {
  countByCause,
  countQuarantined,
  listPagesToReopen,
  type CauseCount,
} from './quarantine/list-pages-to-reopen.ts';
export {
  advanceRepair,
  countRepair,
  findRepair,
  finishRepair,
  listRepairs,
  listStalledRepairs,
  startRepair,
  type RepairRow,
  type RepairState,
  type RepairWork,
  type ReparseScope,
  type StalledRepair,
} from './repairs/repair-runs.ts';
export { listOutdatedConnections, markParser } from './repairs/parser-version.ts';
export { replaceSearchTokens } from './search-tokens/replace-search-tokens.ts';
export { recountConversations } from './conversations/recount-conversations.ts';
export { correctFinding } from './findings/correct-finding.ts';
export { deleteConsents, saveConsents, type ConsentStatus, type NewConsent } from './consents/save-consents.ts';
export { listConsents, type ConsentRow } from './consents/list-consents.ts';
export { listPresentConsents, type PresentConsentRow } from './consents/list-present-consents.ts';
export { findOpenFinding } from './findings/find-open-finding.ts';
export {
  countMessagesByHour,
  listConnectionsToWatch,
  type HourOfMessages,
  type WatchedConnection,
} from './watch/connections-to-watch.ts';
export * from './ledger/index.ts';
export * from './enrichment/index.ts';
export { observe, type Fact, type IntervalSubject } from './intervals/observe.ts';
export * from './reading-settings/index.ts';
export * from './message-index/index.ts';
export * from './reading/index.ts';
export * from './dialogs/index.ts';
export * from './accounts/index.ts';
export * from './sign-ons/index.ts';
export { findFactorRule, updateFactorRule } from './tenants/factor-rule.ts';
