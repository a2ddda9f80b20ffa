import type { MemberId } from './ids.ts';

/** What a line of the audit log is about in the large; "denials" are refusals alone. */
export const EVENT_GROUPS = [
  'reading',
  'searches',
  'files',
  'exports',
  'rights',
  'sign_in',
  'settings',
  'proofs',
  'denials',
] as const;
export type EventGroup = (typeof EVENT_GROUPS)[number];

/** Which events are in a group: those of these nouns (the word before the dot) and these, without the exceptions. */
export interface EventsOfGroup {
  readonly nouns: readonly string[];
  readonly events: readonly string[];
  readonly except: readonly string[];
}

const of = (
  nouns: readonly string[],
  events: readonly string[] = [],
  except: readonly string[] = [],
): EventsOfGroup => ({
  nouns,
  events,
  except,
});

export const EVENTS_OF: Readonly<Record<EventGroup, EventsOfGroup>> = {
  reading: of(
    [
      'conversation',
      'conversations',
      'dialog',
      'dialogs',
      'timeline',
      'message',
      'person',
      'room',
      'consents',
      'reason',
    ],
    [],
    ['reason.asked'],
  ),
  searches: of(['search'], ['messages.searched', 'messages.counted']),
  files: of(['media', 'files'], [], ['files.retried']),
  exports: of(['export', 'link', 'schedule']),
  rights: of(['member', 'grant', 'invitation', 'role', 'api_key', 'support'], [], ['api_key.refused']),
  sign_in: of([
    'session',
    'sign_in',
    'account',
    'password',
    'email',
    'factor',
    'second_factor',
    'passkey',
    'recovery',
    'single_sign_on',
    'domain',
    'scim',
    'scim_token',
    'identity',
  ]),
  settings: of(
    [
      'company',
      'connection',
      'preflight',
      'pull',
      'pulling',
      'secret',
      'callback',
      'repull',
      'key',
      'quarantine',
      'index',
      'typesense',
      'customer',
      'reading',
      'coverage',
      'setting',
      'address_rule',
    ],
    ['messages.reparsed', 'files.retried', 'reason.asked'],
  ),
  proofs: of(['ledger', 'audit', 'statement']),
  denials: of(['access', 'address'], ['api_key.refused']),
};

/** Events that say that content was opened: where the company asks for a reason, each carries it. */
export const CONTENT_GROUPS: readonly EventGroup[] = ['reading', 'searches', 'files', 'exports'];

export function isInGroup(event: string, group: EventGroup): boolean {
  const { nouns, events, except } = EVENTS_OF[group];
  const noun = event.slice(0, event.indexOf('.'));
  return (nouns.includes(noun) || events.includes(event)) && !except.includes(event);
}

/** What one member did in a month. */
export interface StatementLine {
  readonly memberId: MemberId;
  /** Different ones of which something was opened. */
  readonly conversations: number;
  /** Different ones whose record or timeline was opened. */
  readonly people: number;
  readonly files: number;
  readonly searches: number;
  readonly exports: number;
  readonly downloads: number;
  readonly denials: number;
  /** Most looked at: "person:<key>" or "room:<id>", and how often. */
  readonly top: readonly { readonly subject: string; readonly times: number }[];
}
