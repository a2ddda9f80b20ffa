import { createHash, type Hash } from 'node:crypto';
import { CHAIN_START } from './chain-hash.ts';
import type { CheckpointRow, HeaderRow } from './ledger-row.ts';
import type { LedgerPublicKey } from './ledger-signature.ts';

export interface LedgerProblem {
  /** Line of the file, from 1. */
  readonly line: number;
  /** The page that it is about, where there is one. */
  readonly page: number | null;
  readonly says: string;
}

/** A head that was known outside: the ledger had it after so many pages. Of which ledger, when that is known. */
export type KnownHead = Pick<CheckpointRow, 'pages' | 'head'> &
  Partial<Pick<CheckpointRow, 'seq' | 'at' | 'tenant' | 'connection' | 'corp'>>;

/** What a verifier knows after some rows; every row is judged by it and changes it. */
export interface LedgerState {
  readonly trusted: readonly LedgerPublicKey[] | null;
  /** By pages. */
  readonly known: ReadonlyMap<number, readonly KnownHead[]>;
  readonly problems: LedgerProblem[];
  problemCount: number;
  line: number;
  header: HeaderRow | undefined;
  keys: readonly LedgerPublicKey[];
  /** Over all rows so far. */
  file: Hash;
  pages: number;
  /** Highest number of the pages so far. */
  cursor: bigint;
  head: string;
  envelopes: number;
  unseen: bigint;
  firstReceived: number | null;
  lastReceived: number | null;
  days: number;
  lastDay: string | null;
  /** Pages up to here are under signed roots. */
  signedPages: number;
  root: string;
  usedKeys: readonly string[];
  /** Since the last day row: its page rows, their sums, the latest day of receiving. */
  rows: Hash;
  dayAfter: bigint;
  dayEnvelopes: number;
  dayUnseen: bigint;
  latestDay: string | null;
  /** Known heads that were met and agree. */
  agreed: number;
  newestAgreed: KnownHead | null;
  ended: boolean;
}

export function startState(
  trusted: readonly LedgerPublicKey[] | null = null,
  known: readonly KnownHead[] = [],
): LedgerState {
  const state: LedgerState = {
    trusted,
    known: Map.groupBy(known, ({ pages }) => pages),
    problems: [],
    problemCount: 0,
    line: 0,
    header: undefined,
    keys: [],
    file: createHash('sha256'),
    pages: 0,
    cursor: 0n,
    head: CHAIN_START,
    envelopes: 0,
    unseen: 0n,
    firstReceived: null,
    lastReceived: null,
    days: 0,
    lastDay: null,
    signedPages: 0,
    root: CHAIN_START,
    usedKeys: [],
    rows: createHash('sha256'),
    dayAfter: 0n,
    dayEnvelopes: 0,
    dayUnseen: 0n,
    latestDay: null,
    agreed: 0,
    newestAgreed: null,
    ended: false,
  };
  return state;
}

/** The same state to go on from a second time. */
export function copyState(state: LedgerState): LedgerState {
  return { ...state, problems: [...state.problems], file: state.file.copy(), rows: state.rows.copy() };
}

/** Problems that are kept; the others are counted. */
const KEPT = 20;

export function note(state: LedgerState, page: number | null, says: string): void {
  state.problemCount += 1;
  if (state.problems.length < KEPT) state.problems.push({ line: state.line, page, says });
}
