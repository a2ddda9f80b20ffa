import { findReadingSettings, listPeopleByKeys, listRoomsByIds, type TenantTx } from '@highwater/db';
import {
  LANGUAGES,
  type AccessClause,
  type AccessCondition,
  type Language,
  type PersonKey,
  type RoomId,
  type SearchFilters,
} from '@highwater/domain';
import type { BothLanguages } from '@highwater/exports';
import { createI18n, type I18n } from '@highwater/i18n';
import type { CoverDepartment } from './departments-of-member.ts';

/** Names for the cover, each with its id: names repeat and change. */
export interface CoverNames {
  readonly person: (key: PersonKey) => string;
  readonly room: string | null;
  readonly roomOf: (id: RoomId) => string;
  /** Working hours within which a customer is to be answered. */
  readonly unansweredHours: number;
}

/** What the people and the room of a selection and of its asker's rights are called now. */
export async function nameSelection(
  tx: TenantTx,
  selection: SearchFilters,
  access: AccessCondition,
): Promise<CoverNames> {
  const keys = [...new Set([...selection.people.flat(), ...everybodyOf(access)])];
  const people = new Map((await listPeopleByKeys(tx, keys)).map((row) => [row.personKey, row]));
  const { roomId } = selection;
  const rooms = [...(roomId === null ? [] : [roomId]), ...roomsOf(access)];
  const roomNames = new Map((await listRoomsByIds(tx, rooms)).map((row) => [row.roomId, row.name]));
  const roomOf = (id: RoomId): string => {
    const name = roomNames.get(id);
    return name ? `${name} (${id})` : id;
  };
  const { unansweredHours } = await findReadingSettings(tx);
  return {
    unansweredHours,
    person: (key) => {
      const name = people.get(key)?.name;
      return name ? `${name} (${key})` : key;
    },
    room: roomId === null ? null : roomOf(roomId),
    roomOf,
  };
}

/** The filter of an export in words, for its cover. The words searched for are content and stay out. */
export function describeSelection(
  selection: SearchFilters,
  { hasWords, isDialog }: { readonly hasWords: boolean; readonly isDialog: boolean },
  names: CoverNames,
): BothLanguages {
  return inBoth(({ t }) => {
    const parts: string[] = [];
    if (isDialog) parts.push(t('selection.dialog'));
    if (hasWords) parts.push(t('selection.words'));
    if (selection.people.length > 0)
      parts.push(t('selection.people', { list: selection.people.flat().map(names.person).join(', ') }));
    if (names.room !== null) parts.push(t('selection.room', { room: names.room }));
    if (selection.conversationId !== null) parts.push(t('selection.conversation', { id: selection.conversationId }));
    if (selection.kinds.length > 0) parts.push(t('selection.kinds', { list: selection.kinds.join(', ') }));
    if (selection.directions.length > 0) {
      const list = selection.directions.map((direction) => t(`selection.direction.${direction}`)).join(', ');
      parts.push(t('selection.directions', { list }));
    }
    if (selection.hasMedia !== null)
      parts.push(t(selection.hasMedia ? 'selection.withFiles' : 'selection.withoutFiles'));
    if (selection.isRecalled !== null)
      parts.push(t(selection.isRecalled ? 'selection.recalled' : 'selection.notRecalled'));
    if (selection.isUnanswered) parts.push(t('selection.unanswered', { hours: names.unansweredHours }));
    return parts.length === 0 ? t('selection.everything') : parts.join('; ');
  });
}

/** What the asker's role leaves out; null when nothing. */
export function describeAccess(
  access: AccessCondition,
  departments: readonly CoverDepartment[],
  names: CoverNames,
): BothLanguages | null {
  if (access.kind === 'all') return null;
  const every = access.kind === 'where' ? access.any : [];
  const narrowed = every.filter(isNarrowed);
  const clauses = every.filter((clause) => !isNarrowed(clause));
  const isDated = ({ from, until }: AccessClause): boolean => from !== undefined || until !== undefined;
  const always = peopleIn(clauses.filter((clause) => !isDated(clause)));
  const dated = peopleIn(clauses.filter(isDated));
  return inBoth((i18n) => {
    const { t } = i18n;
    const listOf = (people: readonly PersonKey[]) => {
      const list = people.slice(0, MOST_NAMED).map(names.person).join(', ');
      return people.length > MOST_NAMED ? t('selection.andMore', { list, count: people.length - MOST_NAMED }) : list;
    };
    const parts: string[] = [];
    if (always.length > 0 || every.length === 0)
      parts.push(t('selection.access', { count: always.length, list: listOf(always) }));
    if (dated.length > 0) parts.push(t('selection.accessDated', { count: dated.length, list: listOf(dated) }));
    const one = (clause: AccessClause) =>
      t('selection.accessNarrowed', { parts: describeClause(clause, listOf, names, i18n) });
    parts.push(...narrowed.slice(0, MOST_CLAUSES).map(one));
    if (narrowed.length > MOST_CLAUSES)
      parts.push(t('selection.moreAccess', { count: narrowed.length - MOST_CLAUSES }));
    const [then, now] = (['message', 'now'] as const).map((asOf) =>
      departments.filter((each) => each.asOf === asOf).map((each) => departmentName(each, i18n)),
    );
    if (then?.length) parts.push(t('selection.departmentsThen', { list: then.join(', ') }));
    if (now?.length) parts.push(t('selection.departmentsNow', { list: now.join(', ') }));
    return parts.join('; ');
  });
}

/** Parts of a grant that a cover tells one by one. */
const MOST_CLAUSES = 20;

function isNarrowed({ people, with: others, rooms, kinds, directions }: AccessClause): boolean {
  return people === undefined || [others, rooms, kinds, directions].some((list) => list !== undefined);
}

function describeClause(
  clause: AccessClause,
  listOf: (people: readonly PersonKey[]) => string,
  names: CoverNames,
  { t }: I18n,
): string {
  const { people, with: others, rooms, kinds, directions, from, until } = clause;
  const parts: string[] = [];
  if (people !== undefined) parts.push(t('selection.employees', { count: people.length, list: listOf(people) }));
  if (others !== undefined) parts.push(t('selection.customers', { count: others.length, list: listOf(others) }));
  if (rooms !== undefined)
    parts.push(t('selection.rooms', { count: rooms.length, list: rooms.map(names.roomOf).join(', ') }));
  if (kinds !== undefined) parts.push(t('selection.kinds', { list: kinds.join(', ') }));
  if (directions !== undefined) {
    const list = directions.map((direction) => t(`selection.direction.${direction}`)).join(', ');
    parts.push(t('selection.directions', { list }));
  }
  if (from !== undefined) parts.push(t('selection.from', { at: new Date(from).toISOString() }));
  if (until !== undefined) parts.push(t('selection.until', { at: new Date(until).toISOString() }));
  return parts.length === 0 ? t('selection.everything') : parts.join(', ');
}

/** With its place in the tree and its number: names repeat and change. */
function departmentName({ departmentId, path, isGone }: CoverDepartment, { t }: I18n): string {
  const above = path.slice(0, -1).map((name) => name ?? '…');
  const own = path.at(-1);
  const last = own ? `${own} (${departmentId})` : t('members.unnamedDepartment', { id: departmentId });
  const name = [...above, last].join(' / ');
  return isGone ? t('members.vanishedDepartment', { name }) : name;
}

/** People of a grant who are named on a cover; a department may be the whole company. */
const MOST_NAMED = 200;

function everybodyOf(access: AccessCondition): readonly PersonKey[] {
  return access.kind === 'where'
    ? access.any.flatMap(({ people = [], with: others = [] }) => [...people, ...others])
    : [];
}

function roomsOf(access: AccessCondition): readonly RoomId[] {
  return access.kind === 'where' ? [...new Set(access.any.flatMap(({ rooms = [] }) => rooms))] : [];
}

function peopleIn(clauses: readonly AccessClause[]): readonly PersonKey[] {
  return [...new Set(clauses.flatMap(({ people = [] }) => people))];
}

function inBoth(write: (i18n: I18n) => string): BothLanguages {
  const [zh, en] = LANGUAGES.map((language: Language) => write(createI18n(language)));
  return { 'zh-CN': zh ?? '', en: en ?? '' };
}
