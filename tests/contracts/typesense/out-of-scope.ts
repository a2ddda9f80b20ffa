import type { Recording } from './recording.ts';

/** Why the adapter never sends something like it; undefined for what it may send. */
export function whyOutOfScope({ name, request }: Recording): string | undefined {
  return REASONS.find(([pattern]) => pattern.test(name))?.[1] ?? byRequest(request);
}

const CHINESE = 'words of a dictionary (locale zh): the adapter searches code points';

const REASONS: readonly (readonly [RegExp, string])[] = [
  [
    /^collection patch|^collection get through|^collection get$/,
    'a generation is made anew, never changed; fields are not read back',
  ],
  [/malformed json/, 'the client writes the JSON'],
  [/^document (create|upsert|get|patch|delete)/, 'documents go by import and are deleted by filter'],
  [/^import (create|update|emplace|dirty|bad action)/, 'imports are upserts with strict values'],
  [/^import upsert partial failures|^import upsert return_id return_doc/, 'ids and documents are not asked back'],
  [/^import bad batch_size/, 'the batch size of imports is left to the server'],
  [/^export/, 'nothing is exported: documents are listed by searching'],
  [/^update by query/, 'documents are replaced, never changed'],
  [
    /^search (basic zh|two words|phrase quoted|exclude term|highlight options|prefix|punctuation|hyphen|partial word)/,
    CHINESE,
  ],
  [/^search (last token|drop tokens|drop_tokens|no match|text_match then|filter contains|filter exact on)/, CHINESE],
  [/synonym|preset|stopwords/, 'not used'],
  [
    /facet_query|facet sort_by alpha|facet not facet|group_by|offset limit|limit_hits|page zero|page beyond|unknown query_by|unknown sort_by|bad sort order|missing query_by|more than 3 sort/,
    'parameters that are fixed or not used',
  ],
  [/union/, 'a document would count twice: merged by the adapter'],
  [/^alias (delete|list)/, 'an alias is swapped, never deleted or listed'],
  [
    /^alias bad body|^multi_search bad body|^multi_search too many/,
    'the body is written by the client; searches are sent fifty at a time',
  ],
  [/^keys? (list|get|create bad|delete)/, 'keys are made by whoever runs the server'],
  [/^api key in query/, 'the key goes in the header'],
  [/^unknown route|^wrong method|^metrics|^debug/, 'not asked for'],
  [/^delete truncate|^delete by query no filter/, 'deleting always names a tenant'],
  [
    /with highlight|group_by room|over two fields|same tokens without|closing quote|empty q$|pre_segmented/,
    'guarded against: never sent, or another way of asking',
  ],
  [/upsert one document|patch the text/, 'documents go by import'],
];

function byRequest({ path, query }: Recording['request']): string | undefined {
  if (path.includes('/operations/')) return 'not used';
  return query['preset'] === undefined ? undefined : 'not used';
}
