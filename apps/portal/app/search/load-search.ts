import { dayOf } from '@highwater/calendar';
import { listPeople, listRooms } from '../api/archive.ts';
import type { Selection } from '../api/export-types.ts';
import type { PersonView } from '../api/types.ts';
import { countMessages, findMessages, listSavedSearches } from '../api/search.ts';
import type { VisitorApi } from '../api/visitor-api.ts';
import { orProblem } from '../session/or-problem.ts';
import type { Member } from '../session/require-member.ts';
import type { ChosenNames } from './active-filters.tsx';
import { findChoices } from './find-choices.ts';
import { listIgnored, readFilters, type Filters } from './filters.ts';
import type { SavedEntry } from './saved-menu.tsx';
import { readSavedQuery } from './saved-query.ts';
import type { Numbers } from './use-numbers.ts';
import { toSelection } from './to-selection.ts';

async function namesOf(api: VisitorApi, { people, room }: Filters): Promise<ChosenNames> {
  const [found, rooms] = await Promise.all([
    people.length === 0 ? [] : orProblem(listPeople(api, { key: [...people] })),
    room === '' ? [] : orProblem(listRooms(api, { q: room })),
  ]);
  const known: readonly PersonView[] = 'answer' in found ? (found.answer?.items ?? []) : [];
  const named = 'answer' in rooms ? rooms.answer?.items.find(({ roomId }) => roomId === room) : undefined;
  return { people: known, roomName: named?.name ?? null };
}

/** Somebody or some room that was looked for without JavaScript. */
async function lookFor(api: VisitorApi, search: URLSearchParams) {
  const of = search.get('who') ? 'who' : search.get('where') ? 'where' : null;
  if (of === null) return null;
  const typed = (search.get(of) ?? '').trim();
  return { of, typed, found: (await orProblem(findChoices(api, of, typed))).answer ?? [] } as const;
}

async function savedOf(api: VisitorApi, zone: string): Promise<readonly SavedEntry[]> {
  const { answer } = await orProblem(listSavedSearches(api));
  return (answer?.items ?? []).map(({ searchId, name, query }) => ({
    searchId,
    name,
    filters: readSavedQuery(query, zone),
  }));
}

async function numbersOf(api: VisitorApi, selection: Selection): Promise<Numbers> {
  const { answer } = await orProblem(countMessages(api, selection));
  return answer === null ? 'failed' : { numbers: answer };
}

/** All that the search page shows. The numbers come with it only when asked for: hits do not wait for them. */
export async function loadSearch(api: VisitorApi, { tenant, actions }: Member, search: URLSearchParams) {
  const { zone } = tenant;
  const filters = readFilters(search);
  const today = dayOf(zone, Date.now());
  const selection = toSelection(filters, zone, today);
  const [found, names, looked, saved, numbers] = await Promise.all([
    orProblem(findMessages(api, selection, search.get('cursor') ?? undefined)),
    namesOf(api, filters),
    lookFor(api, search),
    savedOf(api, zone),
    search.get('numbers') === 'true' ? numbersOf(api, selection) : ('waiting' as const),
  ]);
  return {
    filters,
    ignored: listIgnored(search),
    found,
    names,
    looked,
    saved,
    numbers,
    today,
    actions,
    creation: crypto.randomUUID(),
  };
}
