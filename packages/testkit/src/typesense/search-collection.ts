import { isNumber, type Collection, type Field, type Stored } from './collection.ts';
import { parseFilter } from './parse-filter.ts';
import { parseQuery } from './parse-query.ts';
import { Refusal } from './refusal.ts';

export type Parameters = Readonly<Record<string, unknown>>;

const LARGEST_PAGE = 250;
const MOST_SORTS = 3;

/** One search. `isVisible` holds back what a server that was started anew has not read yet. */
export function searchCollection(
  collection: Collection,
  parameters: Parameters,
  embedded: Parameters,
  visible: readonly Stored[],
): Record<string, unknown> {
  const text = (name: string): string => String(embedded[name] ?? parameters[name] ?? '');
  const q = text('q');
  const fields = queryFields(collection, text('query_by'));
  const sorts = readSorts(collection, text('sort_by'));
  const facetFields = list(text('facet_by')).map((name) => facetField(collection, name));
  const perPage = numberOf(parameters['limit'] ?? parameters['per_page'], 10);
  if (perPage > LARGEST_PAGE) throw new Refusal(422, `Only upto ${LARGEST_PAGE} hits can be fetched per page.`);
  const filtered = visible.filter(readFilter(collection, parameters, embedded));
  const query = parseQuery(q, fields, filtered);
  const found = filtered.filter(query.holds).toSorted(bySorts(sorts, visible));
  const page = Math.max(1, numberOf(parameters['page'], 1));
  const start = parameters['offset'] === undefined ? (page - 1) * perPage : numberOf(parameters['offset'], 0);
  return {
    facet_counts: facetFields.map((field) => countFacet(field, found, numberOf(parameters['max_facet_values'], 10))),
    found: found.length,
    hits: found.slice(start, start + perPage).map((document) => ({
      document: pick(document, list(text('include_fields')), list(text('exclude_fields'))),
      highlight: {},
      highlights: [],
      ...matchInfo(query.kind),
    })),
    out_of: visible.length,
    page,
    request_params: { collection_name: collection.name, first_q: q, per_page: perPage, q },
    search_cutoff: false,
    search_time_ms: 0,
  };
}

/** The filter that a key carries comes last, behind the whole of the caller's. */
export function readFilter(collection: Collection, parameters: Parameters, embedded: Parameters) {
  const own = String(parameters['filter_by'] ?? '');
  const carried = String(embedded['filter_by'] ?? '');
  const both = own !== '' && carried !== '' ? `(${own}) && (${carried})` : own + carried;
  if (own !== '') parseFilterAlone(collection, own, carried);
  return parseFilter(collection, both);
}

/** Parentheses that the caller left open must not close around the carried filter; those seen were balanced in all. */
function parseFilterAlone(collection: Collection, own: string, carried: string): void {
  const open = (own.match(/\(/g) ?? []).length;
  const closed = (own.match(/\)/g) ?? []).length;
  if (carried === '' || open !== closed) parseFilter(collection, own);
}

function queryFields(collection: Collection, queryBy: string): Field[] {
  const names = list(queryBy);
  if (names.length === 0) throw new Refusal(400, 'No search fields specified for the query.');
  return names.map((name) => {
    const field = collection.fields.find((known) => known.name === name);
    if (field === undefined) throw new Refusal(404, `Could not find a field named \`${name}\` in the schema.`);
    return field;
  });
}

function facetField(collection: Collection, name: string): Field {
  const field = collection.fields.find((known) => known.name === name && known.facet === true);
  if (field === undefined) throw new Refusal(404, `Could not find a facet field named \`${name}\` in the schema.`);
  return field;
}

interface Sort {
  readonly name: string;
  readonly sign: 1 | -1;
}

function readSorts(collection: Collection, sortBy: string): Sort[] {
  const wanted = list(sortBy);
  if (wanted.length > MOST_SORTS) throw new Refusal(400, `Only upto ${MOST_SORTS} sort fields are allowed.`);
  if (wanted.length === 0) return collection.defaultSort === '' ? [] : [{ name: collection.defaultSort, sign: -1 }];
  return wanted.map((sort) => {
    const [name = '', order = ''] = sort.split(':');
    const field = collection.fields.find((known) => known.name === name);
    if (!isNumber(field) && name !== '_text_match') {
      throw new Refusal(404, `Could not find a field named \`${name}\` in the schema for sorting.`);
    }
    if (!/^(asc|desc)$/i.test(order)) {
      throw new Refusal(400, `Order for field\` ${name}\` should be either ASC or DESC.`);
    }
    return { name, sign: order.toLowerCase() === 'asc' ? 1 : -1 };
  });
}

/** What is left equal comes with the latest added first. */
function bySorts(sorts: readonly Sort[], visible: readonly Stored[]) {
  const places = new Map(visible.map((document, at) => [document, at]));
  return (one: Stored, other: Stored): number => {
    for (const { name, sign } of sorts) {
      const difference = Number(one[name] ?? 0) - Number(other[name] ?? 0);
      if (difference !== 0) return sign * difference;
    }
    return (places.get(other) ?? 0) - (places.get(one) ?? 0);
  };
}

function countFacet(field: Field, found: readonly Stored[], most: number): Record<string, unknown> {
  const counts = new Map<string, number>();
  for (const document of found) {
    const value = document[field.name];
    const values = (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);
    for (const one of new Set(values)) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  const sorted = [...counts].toSorted(([one, few], [other, many]) => many - few || (one > other ? -1 : 1));
  return {
    counts: sorted.slice(0, most).map(([value, count]) => ({ count, highlighted: value, value })),
    field_name: field.name,
    sampled: false,
    stats: { total_values: counts.size },
  };
}

function matchInfo(kind: 'everything' | 'phrases' | 'tokens' | 'exclusions'): Record<string, unknown> {
  if (kind === 'everything') return {};
  const isPhrase = kind !== 'exclusions';
  const score = isPhrase ? '100015' : '100';
  return {
    text_match: Number(score),
    text_match_info: {
      best_field_score: isPhrase ? '48' : '0',
      best_field_weight: isPhrase ? 213 : 12,
      fields_matched: isPhrase ? 7 : 4,
      num_tokens_dropped: 1,
      score,
      tokens_matched: 0,
      typo_prefix_score: 255,
    },
  };
}

function pick(document: Stored, include: readonly string[], exclude: readonly string[]): Record<string, unknown> {
  const entries = Object.entries(document).filter(
    ([name]) => (include.length === 0 || include.includes(name)) && !exclude.includes(name),
  );
  return Object.fromEntries(entries);
}

function list(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function numberOf(value: unknown, otherwise: number): number {
  return value === undefined || value === '' ? otherwise : Number(value);
}
