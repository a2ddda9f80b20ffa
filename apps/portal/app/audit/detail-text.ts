import { ACTIONS, FAULTS, ROLES, type Fault } from '@highwater/domain';
import type { I18n, WordKey } from '@highwater/i18n/make';
import type { AuditView } from '../api/setup-types.ts';

type Value = AuditView['detail'][string];
type Words = Pick<I18n, 't' | 'fault' | 'formatCount' | 'formatBytes'>;

const COUNTS = ['pages', 'messages', 'missing', 'files', 'hits', 'words', 'people'] as const;
const LISTS = ['before', 'after', 'employees'] as const;
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
] as const;
/** Enumerations whose words say what they are. */
const NAMED = ['ledger', 'checkpoints', 'continuous', 'daily', 'all', 'unknown', 'outdated'] as const;
const SECRETS = ['customer_contact', 'contacts'] as const;
const CAUSES = ['key_missing', 'key_wrong', 'unreadable'] as const;

/** What a line of the audit log says beside its subject. Ids, and keys that have no words, are left out. */
export function detailText(detail: AuditView['detail'], words: Words): string {
  return Object.entries(detail)
    .flatMap(([key, value]) => say(key, value, words) ?? [])
    .join(' · ');
}

function say(key: string, value: Value, { t, fault, formatCount, formatBytes }: Words): string | undefined {
  const count = among(COUNTS, key);
  if (count !== undefined && typeof value === 'number')
    return t(`audit.detail.${count}`, { value: formatCount(value) });
  if (key === 'bytes' && typeof value === 'number') return t('audit.detail.bytes', { value: formatBytes(value) });
  const list = among(LISTS, key);
  if (list !== undefined && Array.isArray(value)) return t(`audit.detail.${list}`, { value: listOf(value, t) });
  const plain = among(PLAIN, key);
  if (plain !== undefined && value !== null) return t(`audit.detail.${plain}`, { value: String(value) });
  const text = String(value);
  if (key === 'fault') return isFault(text) ? fault(text).title : undefined;
  return enumerated(key, text, t);
}

function enumerated(key: string, text: string, t: Words['t']): string | undefined {
  const role = key === 'role' ? among(ROLES, text) : undefined;
  if (role !== undefined) return t('audit.detail.role', { value: t(`members.${role}`) });
  const right = key === 'action' ? among(ACTIONS, text) : undefined;
  if (right !== undefined) return t('audit.detail.action', { value: t(`members.right.${right}`) });
  const secret = key === 'purpose' ? among(SECRETS, text) : undefined;
  if (secret !== undefined) return t(`secrets.purpose.${secret}`);
  const cause = key === 'cause' ? among(CAUSES, text.replace('.', '_')) : undefined;
  if (cause !== undefined) return t(`quarantine.cause.${cause}`);
  const named = ['file', 'mode', 'among'].includes(key) ? among(NAMED, text) : undefined;
  return named === undefined ? undefined : t(`audit.value.${named}` satisfies WordKey);
}

/** People by their userids, as WeCom names them. */
function listOf(value: readonly string[], t: Words['t']): string {
  return value.length === 0 ? t('common.none') : value.join(t('common.comma'));
}

function isFault(text: string): text is Fault {
  return Object.hasOwn(FAULTS, text);
}

function among<Known extends string>(known: readonly Known[], text: string): Known | undefined {
  return known.find((each) => each === text);
}
