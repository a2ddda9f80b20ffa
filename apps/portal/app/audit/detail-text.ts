import { ACTIONS, EVENT_GROUPS, FAULTS, MEMBER_ROLES, SUPPORT_SCOPES, type Fault } from '@highwater/domain';
import type { I18n, WordKey } from '@highwater/i18n/make';
import type { AuditView } from '../api/audit.ts';
import { signOnText } from './sign-on-text.ts';
import { termText } from './term-text.ts';

type Value = AuditView['detail'][string];
/** With a zone, times in it are said as its clocks show them. */
type Words = Pick<I18n, 't' | 'fault' | 'formatCount' | 'formatBytes' | 'formatDateTime'> & { readonly zone?: string };

const COUNTS = [
  'pages',
  'messages',
  'missing',
  'files',
  'hits',
  'words',
  'people',
  'lines',
  'differing',
  'members',
  'dialogs',
] as const;
const LISTS = ['before', 'after', 'employees', 'persons'] as const;
/** Said as they are: numbers of WeCom's, days, times, zones. */
const PLAIN = [
  'fromSeq',
  'toSeq',
  'timeOfDay',
  'zone',
  'corpId',
  'runDay',
  'publickeyVer',
  'dialogGapMinutes',
  'unansweredHours',
  'workingFrom',
  'workingUntil',
  'operator',
  'request',
  'supportHours',
  'name',
  'nameBefore',
  'note',
] as const;
/** Roles, before a change and after it. */
const ROLE_KEYS = ['role', 'roleBefore'] as const;
/** Enumerations whose words say what they are. */
const NAMED = ['ledger', 'checkpoints', 'continuous', 'daily', 'all', 'unknown', 'outdated'] as const;
/** How somebody signed in, or which factor was meant. */
const WAYS = ['password', 'totp', 'recovery', 'passkey', 'mail', 'proof'] as const;
const SECRETS = ['customer_contact', 'contacts'] as const;
const CAUSES = ['key_missing', 'key_wrong', 'unreadable'] as const;

/** What a line of the audit log says beside its subject. Ids, and keys that have no words, are left out. */
export function detailText(
  detail: AuditView['detail'],
  words: Words,
  people: Readonly<Record<string, string>> = {},
): string {
  return Object.entries(detail)
    .flatMap(([key, value]) => {
      // What something was before stands with what it is now.
      if (key.endsWith(BEFORE) && key.slice(0, -BEFORE.length) in detail) return [];
      const now = say(key, value, words, people);
      const was = detail[`${key}${BEFORE}`];
      const before = was === undefined ? undefined : say(key, was, words, people);
      return now === undefined ? [] : [before === undefined ? now : `${before} → ${now}`];
    })
    .join(' · ');
}

/** Ends the key of what a setting was before. */
const BEFORE = 'Before';

function say(key: string, value: Value, words: Words, people: Readonly<Record<string, string>>): string | undefined {
  const { t, fault, formatCount, formatBytes } = words;
  if (key === 'hours') {
    return value === null ? t('audit.detail.noReason') : t('audit.detail.reasonHours', { value: String(value) });
  }
  if (key === 'group') {
    const group = among(EVENT_GROUPS, String(value));
    return group === undefined ? undefined : t(`audit.group.${group}`);
  }
  const count = among(COUNTS, key);
  if (count !== undefined && typeof value === 'number')
    return t(`audit.detail.${count}`, { value: formatCount(value) });
  if (key === 'bytes' && typeof value === 'number') return t('audit.detail.bytes', { value: formatBytes(value) });
  const list = among(LISTS, key);
  if (list !== undefined && Array.isArray(value))
    return t(`audit.detail.${list}`, { value: listOf(value, people, words) });
  if (key === 'scopes' && Array.isArray(value)) {
    const scopes = SUPPORT_SCOPES.filter((scope) => value.includes(scope)).map((scope) => t(`support.scope.${scope}`));
    return t('audit.detail.scopes', { value: scopes.join(' · ') });
  }
  const plain = among(PLAIN, key);
  if (plain !== undefined && value !== null) return t(`audit.detail.${plain}`, { value: String(value) });
  const text = String(value);
  if (key === 'fault') return isFault(text) ? fault(text).title : undefined;
  return enumerated(key, text, t) ?? signOnText(key, text, t);
}

function enumerated(key: string, text: string, t: Words['t']): string | undefined {
  const which = among(ROLE_KEYS, key);
  if (which !== undefined) return t(`audit.detail.${which}`, { value: roleText(text, t) });
  const right = key === 'action' ? among(ACTIONS, text) : undefined;
  if (right !== undefined) return t('audit.detail.action', { value: t(`members.right.${right}`) });
  const secret = key === 'purpose' ? among(SECRETS, text) : undefined;
  if (secret !== undefined) return t(`secrets.purpose.${secret}`);
  const cause = key === 'cause' ? among(CAUSES, text.replace('.', '_')) : undefined;
  if (cause !== undefined) return t(`quarantine.cause.${cause}`);
  const way = key === 'way' || key === 'factor' ? among(WAYS, text) : undefined;
  if (way !== undefined) return t(`audit.value.${way}`);
  const named = ['file', 'mode', 'among'].includes(key) ? among(NAMED, text) : undefined;
  return named === undefined ? undefined : t(`audit.value.${named}` satisfies WordKey);
}

/** A built-in role by its word, one of the company's own ("custom:name") by its name. */
function roleText(role: string, t: Words['t']): string {
  const known = among(MEMBER_ROLES, role);
  return known === undefined ? role.replace(/^custom:/, '') : t(`members.called.${known}`);
}

/** People by today's names, by their userids where they have none, and what else a grant says. */
function listOf(value: readonly string[], people: Readonly<Record<string, string>>, words: Words): string {
  const { t } = words;
  if (value.length === 0) return t('common.none');
  return value.map((term) => people[term] ?? termText(term, words)).join(t('common.comma'));
}

function isFault(text: string): text is Fault {
  return Object.hasOwn(FAULTS, text);
}

function among<Known extends string>(known: readonly Known[], text: string): Known | undefined {
  return known.find((each) => each === text);
}
