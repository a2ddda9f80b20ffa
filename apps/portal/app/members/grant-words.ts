import { MESSAGE_ACTIONS } from '@highwater/domain';
import type { GrantView, MemberView, OfferedGrantView } from '../api/setup-types.ts';
import { KINDS } from '../search/kinds.ts';
import type { Words } from '../words/words-context.tsx';
import { grantedName } from './department-name.ts';

/** People, rooms or departments named in a sentence; the rest is a count. */
const NAMED = 4;

/** What a grant reaches, as a sentence: whose conversations, and what narrows them. `self` is what the member's employee is called. */
export function grantWords(grant: OfferedGrantView, self: string | null | undefined, words: Words): string {
  const { t } = words;
  const listed = listOf(words);
  const namesOf = (keys: readonly string[]) =>
    listed(keys.map((key) => grant.names.find((each) => each.key === key)?.name ?? key));
  const whose = whoseWords(grant, self, namesOf, words);
  const tags = grant.tags.map((tag) => {
    const name = t('grants.say.tag', { group: tag.groupName, name: tag.name });
    return tag.isDeleted ? t('grants.say.deletedTag', { name }) : name;
  });
  const isAlone = whose === '';
  const whom = [
    ...(grant.customers.length === 0
      ? []
      : [t(isAlone ? 'grants.say.allCustomers' : 'grants.say.customers', { names: namesOf(grant.customers) })]),
    ...(tags.length === 0 ? [] : [t(isAlone ? 'grants.say.allTags' : 'grants.say.tags', { names: listed(tags) })]),
  ].join(t('grants.say.or'));
  const where =
    grant.rooms.length === 0
      ? ''
      : t(isAlone && whom === '' ? 'grants.say.allRooms' : 'grants.say.rooms', { names: namesOf(grant.rooms) });
  return [whose, whom, where, narrowWords(grant, words)].filter((part) => part !== '').join(t('members.between'));
}

function whoseWords(
  grant: OfferedGrantView,
  self: string | null | undefined,
  namesOf: (keys: readonly string[]) => string,
  words: Words,
): string {
  const { t } = words;
  const departments = grant.departments.map((each) => grantedName(each, words));
  const parts = [
    ...(grant.isEverything ? [t('grants.say.everything')] : []),
    ...(grant.isSelf ? [selfWords(self, words)] : []),
    ...(grant.employees.length === 0 ? [] : [t('grants.say.people', { names: namesOf(grant.employees) })]),
    ...(departments.length === 0
      ? []
      : [
          t(grant.departmentsAsOf === 'now' ? 'grants.say.departmentsNow' : 'grants.say.departmentsThen', {
            names: listOf(words)(departments),
          }),
        ]),
  ];
  return parts.join(t('grants.say.or'));
}

/** `undefined` where nobody is asked about yet, `null` where nobody said which employee it is. */
function selfWords(self: string | null | undefined, { t }: Words): string {
  if (self === undefined) return t('grants.say.self');
  return self === null ? t('grants.say.selfUnbound') : t('grants.say.selfNamed', { name: self });
}

function narrowWords(grant: OfferedGrantView, words: Words): string {
  const { t } = words;
  const { sentFrom, sentUntil } = grant;
  const kinds = KINDS.filter((kind) => grant.kinds.includes(kind)).map((kind) => t(`kinds.name.${kind}`));
  const directions = grant.directions.map((direction) => t(`search.directions.${direction}`));
  const comma = t('common.comma');
  return [
    kinds.length === 0 ? '' : t('grants.say.kinds', { names: kinds.join(comma) }),
    directions.length === 0 ? '' : t('grants.say.directions', { names: directions.join(comma) }),
    sentFrom !== null && sentUntil !== null
      ? t('grants.say.period', { from: firstOf(sentFrom, words), until: lastOf(sentUntil, words) })
      : sentFrom !== null
        ? t('grants.say.from', { time: firstOf(sentFrom, words) })
        : sentUntil !== null
          ? t('grants.say.until', { time: lastOf(sentUntil, words) })
          : '',
  ]
    .filter((part) => part !== '')
    .join(t('members.between'));
}

/** What a grant allows with them, and until when. Only actions that the role has too are told as allowed. */
export function grantActions(
  grant: OfferedGrantView & { readonly isExpired?: boolean },
  roleActions: readonly string[],
  words: Words,
): string {
  const { t } = words;
  const may = MESSAGE_ACTIONS.filter((action) => grant.actions.includes(action) && roleActions.includes(action));
  const not = MESSAGE_ACTIONS.filter((action) => !may.includes(action) && roleActions.includes(action));
  const named = (actions: readonly (typeof MESSAGE_ACTIONS)[number][]) =>
    actions.map((action) => t(`grants.action.${action}`)).join(t('common.comma'));
  const parts = [
    may.length === 0
      ? ''
      : not.length === 0
        ? t('grants.say.may', { actions: named(may) })
        : t('grants.say.mayNot', { actions: named(may), others: named(not) }),
    grant.expiresAt === null
      ? ''
      : t(grant.isExpired === true ? 'grants.say.expired' : 'grants.say.expires', {
          time: lastOf(grant.expiresAt, words),
        }),
  ];
  return parts.filter((part) => part !== '').join(t('members.between'));
}

/** What a member reaches, for one line of a list. */
export function reachWords(
  member: Pick<MemberView, 'reach' | 'actions' | 'personName' | 'personKey'> & {
    readonly grants: readonly GrantView[];
  },
  words: Words,
): string {
  const { t } = words;
  const isReader = member.actions.includes('view');
  if (member.reach === 'everything' && isReader) return t('members.readsAll');
  const live = member.grants.filter(({ isExpired }) => !isExpired);
  if (!isReader || live.length === 0) return t('members.readsNone');
  return live
    .map((grant) => grantWords(grant, member.personName ?? member.personKey, words))
    .join(t('members.between'));
}

const MIDNIGHT = / 00:00$/;

/** When a time begins: the day alone where it is its beginning. */
function firstOf(at: number, { when }: Words): string {
  return when(at).replace(MIDNIGHT, '');
}

/** When a time ends: the day before where it is a day's beginning. */
export function lastOf(until: number, { when, formatDate, zone }: Words): string {
  return MIDNIGHT.test(when(until)) ? formatDate(until - 1, zone) : when(until);
}

function listOf({ t }: Words): (names: readonly string[]) => string {
  return (names) => {
    const list = names.slice(0, NAMED).join(t('common.comma'));
    return names.length > NAMED ? t('members.andMore', { names: list, count: names.length - NAMED }) : list;
  };
}
