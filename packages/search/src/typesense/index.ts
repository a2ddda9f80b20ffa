export { createTypesenseIndex, type TypesenseIndex } from './create-typesense-index.ts';
export type { TypesenseSettings } from './typesense-settings.ts';
export { createSearchIndexWithFallback, type SearchIndexWithFallback } from './create-search-index-with-fallback.ts';
