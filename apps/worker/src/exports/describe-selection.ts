import { findReadingSettings, listPeopleByKeys, listRooms, type TenantTx } from '@highwater/db';
import {
  LANGUAGES,
  type AccessClause,
  type AccessCondition,
  type Language,
  type PersonKey,
  type SearchFilters,
} from '@highwater/domain';
import type { BothLanguages } from '@highwater/exports';
import { createI18n, type I18n } from '@highwater/i18n';
import type { CoverDepartment } from './departments-of-member.ts';

/** Names for the cover, each with its id: names repeat and change. */
export interface CoverNames {
  readonly person: (key: PersonKey) => string;
  readonly room: string | null;
  /** Working hours within which a customer is to be answered. */
  readonly unansweredHours: number;
}

/** What the people and the room of a selection and of its asker's rights are called now. */
export async function nameSelection(
  tx: TenantTx,
  selection: SearchFilters,
  access: AccessCondition,
): Promise<CoverNames> {
  const keys = [...new Set([...selection.people.flat(), ...employeesOf(access)])];
  const people = new Map((await listPeopleByKeys(tx, keys)).map((row) => [row.personKey, row]));
  const { roomId } = selection;
  const filter = { state: null, isExternal: null, after: null, limit: 10 };
  const rooms = roomId === null ? [] : await listRooms(tx, { kind: 'all' }, { ...filter, text: roomId });
  const { unansweredHours } = await findReadingSettings(tx);
  const room = rooms.find((each) => each.roomId === roomId)?.name ?? null;
  return {
    unansweredHours,
    person: (key) => {
      const name = people.get(key)?.name;
      return name ? `${name} (${key})` : key;
    },
    room: roomId === null || room === null ? roomId : `${room} (${roomId})`,
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
  const clauses = access.kind === 'where' ? access.any : [];
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
    if (always.length > 0 || dated.length === 0)
      parts.push(t('selection.access', { count: always.length, list: listOf(always) }));
    if (dated.length > 0) parts.push(t('selection.accessDated', { count: dated.length, list: listOf(dated) }));
    const [then, now] = (['message', 'now'] as const).map((asOf) =>
      departments.filter((each) => each.asOf === asOf).map((each) => departmentName(each, i18n)),
    );
    if (then?.length) parts.push(t('selection.departmentsThen', { list: then.join(', ') }));
    if (now?.length) parts.push(t('selection.departmentsNow', { list: now.join(', ') }));
    return parts.join('; ');
  });
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

function employeesOf(access: AccessCondition): readonly PersonKey[] {
  return access.kind === 'where' ? peopleIn(access.any) : [];
}

function peopleIn(clauses: readonly AccessClause[]): readonly PersonKey[] {
  return [...new Set(clauses.flatMap(({ people }) => people))];
}

function inBoth(write: (i18n: I18n) => string): BothLanguages {
  const [zh, en] = LANGUAGES.map((language: Language) => write(createI18n(language)));
  return { 'zh-CN': zh ?? '', en: en ?? '' };
}
