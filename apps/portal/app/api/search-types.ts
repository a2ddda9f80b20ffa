import type { PersonView, SavedSearchView, SearchFacetsView } from '@highwater/api-client';
import type { MessageKind } from '@highwater/domain';
import type { SearchAnswer } from './types.ts';

export type PersonKind = PersonView['kind'];

/** How many match; exact when both are the same, `atMost` null when nobody counted so far. */
export type SearchTotal = SearchAnswer['total'];
export type SearchEngine = SearchAnswer['engine'];
/** What was searched, and of how much. */
export type SearchCoverage = SearchAnswer['coverage'];

interface KindCount {
  readonly kind: MessageKind;
  readonly count: number;
}

/** How the hits of a search divide. */
export type SearchNumbers = Omit<SearchFacetsView, 'kinds'> & { readonly kinds: readonly KindCount[] };

export type SavedSearch = SavedSearchView;
export type SavedQuery = SavedSearch['query'];
