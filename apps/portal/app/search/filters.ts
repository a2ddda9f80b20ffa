import { DIRECTIONS, type Direction, type MessageKind } from '@highwater/domain';
import { KINDS } from './kinds.ts';

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
  /** First and last day, "YYYY-MM-DD" in the company's zone, both included. */
  readonly from: string;
  readonly until: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** People that one search takes. */
const MOST_PEOPLE = 20;

function asked(text: string | null): Asked {
  return text === 'true' || text === 'false' ? text : '';
}

export function readFilters(search: URLSearchParams): Filters {
  const text = (name: string) => (search.get(name) ?? '').trim();
  const day = (name: string) => (DAY.test(text(name)) ? text(name) : '');
  const [kinds, directions] = [search.getAll('kind'), search.getAll('direction')];
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
    from: day('from'),
    until: day('until'),
  };
}

export function isEmpty(filters: Filters): boolean {
  return Object.values(filters).every((value) => value.length === 0);
}
