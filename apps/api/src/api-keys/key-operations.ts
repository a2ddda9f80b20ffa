import type { KeyAction } from '@highwater/domain';

/**
 * What each scope of a key opens, by operation. What stands nowhere here is done by people: accounts and sessions, members
 * and their rights, keys themselves, settings, connections, what a member keeps for itself, mailed links.
 */
export const KEY_OPERATIONS: Readonly<Record<KeyAction, readonly string[]>> = {
  view: [
    'getOverview',
    'listConversations',
    'getConversation',
    'listConversationDays',
    'findMessageAt',
    'listConversationDialogs',
    'getDialog',
    'listFrozenDialogs',
    'getFrozenDialog',
    'getMessage',
    'readContext',
    'listPeople',
    'getPerson',
    'listConsents',
    'readTimeline',
    'listTimelineDays',
    'listRooms',
    'getRoom',
    'listMembersOfRoom',
    'sendMedia',
    'sendCopy',
    'getReadingSettings',
  ],
  search: ['searchMessages', 'countMatches'],
  export: ['requestExport', 'listExports', 'getExport', 'cancelExport', 'downloadExport'],
  see_members: ['listMembers', 'getMember', 'listDepartments', 'listGrants'],
  see_audit: [
    'listAudit',
    'listAuditActors',
    'getChainState',
    'verifyAudit',
    'compareCheckpoints',
    'downloadAuditTable',
    'downloadAuditFile',
    'downloadAuditCheckpoints',
  ],
  see_completeness: [
    'getCompleteness',
    'listFindings',
    'getCoverage',
    'listIncomplete',
    'listScope',
    'getFileLedger',
    'listFileDays',
    'listFiles',
    'downloadFileList',
    'getQuarantine',
    'listQuarantined',
    'getSearchIndex',
    'listLedgerDays',
    'getLedgerDay',
    'verifyLedger',
    'downloadLedger',
    'downloadCheckpoints',
    'downloadLedgerKeys',
  ],
};

const SCOPE_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(KEY_OPERATIONS).flatMap(([scope, operations]) =>
    operations.map((operation) => [operation, scope] as const),
  ),
);

/** The scope that an operation needs of a key; undefined where keys are refused. */
export function scopeOf(operation: string): string | undefined {
  return SCOPE_OF.get(operation);
}
