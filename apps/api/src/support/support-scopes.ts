import type { Action, SupportScope } from '@highwater/domain';

/** Answers without which no page can be drawn: who asks, and for which company. */
const FRAME: readonly string[] = ['getMe'];

/**
 * What each scope reads, by operation; and the rights that those operations ask for. Only operations that change nothing
 * count, whatever stands here: see admit-support.ts. There is no export, member, destination or line of the log in it.
 */
const SCOPES: Readonly<
  Record<SupportScope, { readonly operations: readonly string[]; readonly actions: readonly Action[] }>
> = {
  health: {
    actions: ['see_completeness'],
    operations: [
      'getOverview',
      'getCompleteness',
      'listFindings',
      'getCoverage',
      'getFileLedger',
      'listFileDays',
      'getQuarantine',
      'getSearchIndex',
      'listLedgerDays',
      'getLedgerDay',
    ],
  },
  connection: {
    actions: ['connect', 'see_completeness'],
    operations: [
      'getOverview',
      'listConnections',
      'getConnection',
      'listRepulls',
      'listKeys',
      'listFindings',
      'getQuarantine',
      'listQuarantined',
    ],
  },
  conversations: {
    actions: ['view', 'search'],
    operations: [
      'listConversations',
      'getConversation',
      'listConversationDays',
      'findMessageAt',
      'listConversationDialogs',
      'getDialog',
      'getMessage',
      'readContext',
      // Support has none of its own; the page asks.
      'listSavedSearches',
      'searchMessages',
      'countMatches',
      'listPeople',
      'getPerson',
      'readTimeline',
      'listTimelineDays',
      'listRooms',
      'getRoom',
      'sendMedia',
      'sendCopy',
    ],
  },
};

export function operationsOf(scopes: readonly SupportScope[]): ReadonlySet<string> {
  return new Set([...FRAME, ...scopes.flatMap((scope) => SCOPES[scope].operations)]);
}

export function actionsOf(scopes: readonly SupportScope[]): readonly Action[] {
  return [...new Set(scopes.flatMap((scope) => SCOPES[scope].actions))];
}
