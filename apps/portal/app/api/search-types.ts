import type { Direction, MessageKind } from '@highwater/domain';
import type { PersonView, SearchAnswer } from './types.ts';

/** How many match; exact when both are the same. */
export interface SearchTotal {
  readonly atLeast: number;
  /** Null when nobody counted so far. */
  readonly atMost: number | null;
}

export type SearchEngine = 'postgres' | 'typesense';

/** What was searched, and of how much. */
export interface SearchCoverage {
  readonly archived: number;
  readonly indexed: number;
  /** Files whose text could not be taken out. */
  readonly filesNotReadable: number;
  readonly employeesSeen: number;
  readonly employeesTotal: number;
}

/** A page of hits, newest first. */
export type SearchResult = Omit<SearchAnswer, 'coverage'> & {
  readonly total: SearchTotal;
  /** Set when the effort ended before the page was full: so far back was looked; the cursor goes on. */
  readonly lookedBackTo: number | null;
  readonly engine: SearchEngine;
  readonly coverage: SearchCoverage;
};

/** How the hits of a search divide. */
export interface SearchNumbers {
  readonly total: SearchTotal;
  readonly days: readonly { readonly day: string; readonly count: number }[];
  readonly kinds: readonly { readonly kind: MessageKind; readonly count: number }[];
  readonly directions: readonly { readonly direction: Direction; readonly count: number }[];
  readonly people: readonly { readonly person: PersonView; readonly count: number }[];
  readonly rooms: readonly { readonly roomId: string; readonly name: string | null; readonly count: number }[];
  readonly engine: SearchEngine;
}

export interface SavedQuery {
  readonly q?: string;
  readonly person?: readonly string[];
  readonly room?: string;
  readonly conversation?: string;
  readonly kind?: readonly MessageKind[];
  readonly direction?: readonly Direction[];
  readonly media?: boolean;
  readonly recalled?: boolean;
  readonly unanswered?: boolean;
  readonly from?: number;
  readonly until?: number;
}

export interface SavedSearch {
  readonly searchId: string;
  readonly name: string;
  readonly query: SavedQuery;
}

export type PersonKind = PersonView['kind'];
