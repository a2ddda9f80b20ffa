/** Fields of a message in Typesense. Facts stand as tokens of `encodeId`. */
export const FIELDS = [
  { name: 'tenant', type: 'string', facet: true },
  { name: 'conversation', type: 'string', facet: true },
  { name: 'room', type: 'string', facet: true, optional: true },
  { name: 'people', type: 'string[]', facet: true },
  { name: 'kind', type: 'string', facet: true },
  { name: 'direction', type: 'string', facet: true },
  // Yes and no as words: what is asked of them is what was seen of words.
  { name: 'media', type: 'string', facet: true },
  { name: 'recalled', type: 'string', facet: true },
  { name: 'sent_at', type: 'int64', sort: true },
  // The id's first 104 bits, so that messages of one millisecond have the order of the ids themselves.
  { name: 'tie_a', type: 'int64', sort: true },
  { name: 'tie_b', type: 'int64', sort: true },
  // The day at +08:00, and the quarter of an hour for zones elsewhere: every offset is whole quarters.
  { name: 'day', type: 'string', facet: true },
  { name: 'quarter', type: 'string', facet: true },
  // No locale: words of a dictionary are not what people type. Stored, or a restart would lose it.
  { name: 'chars', type: 'string[]' },
] as const;

export const DEFAULT_SORTING_FIELD = 'sent_at';
export const NEWEST_FIRST = 'sent_at:desc,tie_a:desc,tie_b:desc';
export const OLDEST_FIRST = 'sent_at:asc,tie_a:asc,tie_b:asc';

/** The most documents that Typesense gives at once. */
export const LARGEST_PAGE = 250;
