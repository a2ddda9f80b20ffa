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
export { findConversationOf } from './messages/find-conversation-of.ts';
export { findMessage, listMessagesByIds } from './messages/find-message.ts';
export { listMessages } from './messages/list-messages.ts';
export { countHidden } from './messages/count-hidden.ts';
export { listRecalls } from './messages/list-recalls.ts';
export {
  countEmployees,
  listPeople,
  listPeopleByKeys,
  listPeopleOfMessages,
  type PeopleFilter,
  type PersonKind,
  type PersonRow,
} from './people/list-people.ts';
export { listNamesAt, listRoomNamesAt } from './names/list-names-at.ts';
export { listNameIntervals, type NameInterval } from './names/list-name-intervals.ts';
export { findPerson, type PersonPlace, type PersonRecordRow } from './person-record/find-person.ts';
export { listPersonHistory, type PersonChange } from './person-record/list-person-history.ts';
export { listFollowsOf, type FollowRow } from './person-record/list-follows.ts';
export { listDepartmentPaths, type DepartmentPath } from './person-record/list-department-paths.ts';
export {
  listRoomsOfPerson,
  listRoomStays,
  type RoomOfPerson,
  type RoomStay,
} from './person-record/list-rooms-of-person.ts';
export { listPermitsOfPerson, type PermitRow } from './person-record/list-permits-of-person.ts';
export { listConsentStatesOfPerson, type ConsentStateRow } from './person-record/list-consent-states.ts';
export {
  joinCustomer,
  listCustomerIds,
  separateCustomer,
  type CustomerIdRow,
} from './person-record/same-customer.ts';
export { listRooms, type RoomFilter, type RoomRow } from './rooms/list-rooms.ts';
export { findRoom, listRoomHistory, type RoomChange, type RoomRecordRow } from './rooms/find-room.ts';
export {
  countRoomMembers,
  listRoomMembers,
  type RoomMemberPlace,
  type RoomMemberRow,
} from './rooms/list-room-members.ts';
export { countCoverage, type CoveredKind, type CoverageGroup } from './gaps/count-coverage.ts';
export { listIncomplete, type IncompleteFilter, type IncompleteRow } from './gaps/list-incomplete.ts';
export { listEnrichmentStates, type EnrichmentStateRow } from './gaps/list-enrichment-states.ts';
export {
  countScope,
  listScope,
  type Edition,
  type ScopeCounts,
  type ScopedPerson,
  type ScopeGroup,
} from './gaps/archive-scope.ts';
export type { FileFilter, FileList, FilePlace } from './files/file-filter.ts';
export {
  countFiles,
  listWaitingFiles,
  type FileDay,
  type FileGroup,
  type WaitingFiles,
} from './files/count-files.ts';
export { listFileDays } from './files/list-file-days.ts';
export { listFiles, type FileRow } from './files/list-files.ts';
export { retryFiles } from './files/retry-files.ts';
export {
  listConversations,
  listConversationsByIds,
  listLastMessages,
  type ConversationKind,
  type ConversationRow,
} from './conversations/list-conversations.ts';
export type { MediaRow } from './media/media-row.ts';
export { findMedia, listMediaOfMessages } from './media/list-media.ts';
export type { CopyDetail, CopyRow, NewCopies, NewCopy } from './media-copies/copy-row.ts';
export {
  finishCopies,
  listDueCopies,
  lockMessagesToIndex,
  markTextIndexed,
  postponeCopies,
  requestCopies,
  saveCopies,
  startCopies,
  type ContentToCopy,
  type MessageToIndex,
} from './media-copies/copy-work.ts';
export {
  findFileText,
  findMediaCopy,
  listCopies,
  listTextFiles,
  listUncopied,
  type MediaCopy,
  type TextFile,
} from './media-copies/read-copies.ts';
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
  type KeyOrigin,
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
export { listConflictingSeqs, listOpenedEnvelopes } from './envelopes/list-envelopes.ts';
export { insertMessages, insertParticipants, type NewMessage } from './messages/insert-messages.ts';
export { listConflictingMsgids } from './messages/list-conflicting-msgids.ts';
export { saveConversations, type SeenConversation } from './conversations/save-conversations.ts';
export { savePeople, type SeenPerson } from './people/save-people.ts';
export { saveRooms, type SeenRoom } from './rooms/save-rooms.ts';
export { insertSearchTokens } from './search-tokens/insert-search-tokens.ts';
export { insertMedia, type NewMedia } from './media/insert-media.ts';
export { laneOf, LARGE_FILE_BYTES, MEDIA_LANES, type MediaLane } from './media/lane.ts';
export {
  claimMedia,
  claimNextMedia,
  releaseMedia,
  renewClaim,
  type ClaimedMedia,
  type ClaimTerms,
} from './media/claim-media.ts';
export {
  beginSegments,
  findSegmentHolder,
  forgetSegments,
  listMediaLeftovers,
  listSegmentHolders,
  saveProgress,
  type MediaProgress,
  type SegmentHolder,
} from './media/media-segments.ts';
export {
  adoptContents,
  beginContent,
  finishContent,
  listKnownObjects,
  listTenantsWithoutContents,
  listUnfinishedContents,
  removeContent,
  startRemovingContent,
  type ContentPlace,
  type KnownObject,
  type NewContent,
} from './media/contents.ts';
export { expireBlockedMedia, listDueLanes, listLanes, listTenantsPastCure, type DueLane } from './media/media-work.ts';
export {
  blockMedia,
  markMediaAbsent,
  markMediaStored,
  postponeMedia,
  restartMedia,
  unblockMedia,
  type Md5State,
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
export { appendAuditOnce, type CoveringEntry } from './audit/append-audit-once.ts';
export { appendAudit, type AuditDetail, type AuditEntry } from './audit/append-audit.ts';
export { listAudit, type AuditRow } from './audit/list-audit.ts';
export * from './secrets/connection-secrets.ts';
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
  claimPull,
  notePullStarted,
  replaceConnectionSecret,
  savePulling,
  type Pulling,
} from './connections/pulling.ts';
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
export {
  countMessagesToParse,
  countUnknown,
  listMessagesToParse,
  type MessageToParse,
} from './messages/list-messages-to-parse.ts';
export { replaceParticipants, updateMessages } from './messages/update-messages.ts';
export { replaceSearchTokens } from './search-tokens/replace-search-tokens.ts';
export { listMediaPlaces, updateMedia, type MediaPlace } from './media/update-media.ts';
export { recountConversations } from './conversations/recount-conversations.ts';
export { correctFinding } from './findings/correct-finding.ts';
export { deleteConsents, saveConsents, type ConsentStatus, type NewConsent } from './consents/save-consents.ts';
export { listConsents, listPresentConsents, type ConsentRow } from './consents/list-consents.ts';
export { findOpenFinding } from './findings/find-open-finding.ts';
export {
  countMessagesByHour,
  listConnectionsToWatch,
  type HourOfMessages,
  type WatchedConnection,
} from './watch/connections-to-watch.ts';
export {
  countNotOpened,
  countPagesContent,
  findLastPageBefore,
  findLedgerEnd,
  listLedgerPages,
  sumLedgerPages,
  type LedgerEnd,
  type PagesContent,
  type PagesSum,
} from './ledger/ledger-pages.ts';
export {
  findLedgerDay,
  insertLedgerDay,
  listLedgerDays,
  listLedgerDaysAfter,
  listUnsignedLedgers,
  type LedgerDay,
  type LedgerPlace,
} from './ledger/ledger-days.ts';
export {
  insertLedgerCheckpoint,
  listLedgerCheckpoints,
  listLedgersToCheckpoint,
  listNewestCheckpoints,
  type LedgerCheckpoint,
} from './ledger/ledger-checkpoints.ts';
export {
  askForLedgerCheck,
  findLedgerCheck,
  listLedgerChecks,
  listLedgersToCheck,
  moveLedgerCheck,
  startLedgerCheck,
  type LedgerCheck,
} from './ledger/ledger-checks.ts';
export { listSilences, type SilenceRow } from './ledger/list-silences.ts';
export { headOf, streamCheckpoints, streamLedger } from './ledger/stream-ledger.ts';
export {
  clearWoken,
  claimEnrichment,
  finishEnrichment,
  holdEnrichment,
  stopEnrichment,
  type EnrichmentRow,
} from './enrichment/enrichments.ts';
export { KIND_OF_PERSON, wakeConsent, wakeEnrichment, wakePeople, wakeRooms } from './enrichment/wake.ts';
export { listDueEnrichments, type DueEnrichment } from './enrichment/list-due-enrichments.ts';
export { lockEnriching } from './enrichment/lock-enriching.ts';
export {
  countDuePeople,
  listDuePeople,
  listKnownPeople,
  markPeopleUnseen,
  wakeIncompletePeople,
  wakeMissingEmployees,
  type DuePerson,
} from './enrichment/due-people.ts';
export { savePersonLooks, type PersonFacts, type PersonLook } from './enrichment/save-person-looks.ts';
export { endFollows, endFollowsUnseenSince, saveFollows, type SeenFollow } from './enrichment/follows.ts';
export { listDueRooms, wakeIncompleteRooms, type DueRoom } from './enrichment/due-rooms.ts';
export { saveRoomLooks, type RoomFacts, type RoomLook } from './enrichment/save-room-looks.ts';
export type { SeenMember } from './enrichment/save-room-members.ts';
export { saveDepartments } from './enrichment/departments.ts';
export {
  listPermittedEmployees,
  listSilentPermitted,
  markPermitsLookedAt,
  savePermits,
} from './enrichment/permits.ts';
export { listTagNames, saveCustomerTags, type SeenTag } from './enrichment/customer-tags.ts';
export {
  addConsentPairs,
  listDueConsents,
  listDueRoomConsents,
  postponeRoomConsents,
  saveConsentLooks,
  type ConsentLook,
  type DueConsent,
} from './enrichment/consent-states.ts';
export { observe, type Fact, type IntervalSubject } from './intervals/observe.ts';
