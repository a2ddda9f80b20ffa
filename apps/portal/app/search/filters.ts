import { DIRECTIONS, type Direction, type MessageKind } from '@highwater/domain';
import { isDay } from '../components/is-day.ts';
import { KINDS } from './kinds.ts';
import { RANGES, type RelativeRange } from './relative-range.ts';

/** Yes, no, or not asked. */
export type Asked = '' | 'true' | 'false';

/** What a search looks for, as it stands in the address. */
export interface Filters {
  readonly q: string;
  /** Each of them took part. */
  readonly people: readonly string[];
  readonly room: string;
  readonly conversation: string;
  readonly kinds: readonly MessageKind[];
  readonly directions: readonly Direction[];
  readonly media: Asked;
  readonly recalled: Asked;
  readonly unanswered: Exclude<Asked, 'false'>;
  /** Days told from today on; empty where own days are given, or none. */
  readonly range: RelativeRange | '';
  /** Own days: first and last, "YYYY-MM-DD" in the company's zone, both included. */
  readonly from: string;
  readonly until: string;
}

/** People that one search takes. */
const MOST_PEOPLE = 20;

function asked(text: string | null): Asked {
  return text === 'true' || text === 'false' ? text : '';
}

export function readFilters(search: URLSearchParams): Filters {
  const text = (name: string) => (search.get(name) ?? '').trim();
  const day = (name: string) => (isDay(text(name)) ? text(name) : '');
  const [kinds, directions] = [search.getAll('kind'), search.getAll('direction')];
  const isOwn = day('from') !== '' || day('until') !== '';
  const people = search.getAll('person').map((key) => key.trim());
  return {
    q: search.get('q') ?? '',
    people: [...new Set(people)].filter((key) => key !== '').slice(0, MOST_PEOPLE),
    room: text('room'),
    conversation: text('conversation'),
    kinds: KINDS.filter((kind) => kinds.includes(kind)),
    directions: DIRECTIONS.filter((direction) => directions.includes(direction)),
    media: asked(search.get('media')),
    recalled: asked(search.get('recalled')),
    unanswered: search.get('unanswered') === 'true' ? 'true' : '',
    range: isOwn ? '' : (RANGES.find((range) => range === text('range')) ?? ''),
    from: day('from'),
    until: day('until'),
  };
}

/** Filters of an address that mean nothing ("from=2026-13-45"), as written: what is shown is not narrowed by them. */
export function listIgnored(search: URLSearchParams): readonly string[] {
  const known = readFilters(search);
  const kept = new Set<string>([...known.kinds, ...known.directions, known.media, known.recalled, known.unanswered]);
  for (const part of [known.range, known.from, known.until]) kept.add(part);
  const named = ['kind', 'direction', 'media', 'recalled', 'unanswered', 'range', 'from', 'until'];
  return named.flatMap((name) =>
    search
      .getAll(name)
      .flatMap((value) => (value.trim() === '' || kept.has(value.trim()) ? [] : [`${name}=${value.slice(0, 40)}`])),
  );
}

/** Whether it is limited to some days, told either way. */
export function hasTime({ range, from, until }: Filters): boolean {
  return range !== '' || from !== '' || until !== '';
}

export function isEmpty(filters: Filters): boolean {
  return Object.values(filters).every((value) => value.length === 0);
}
