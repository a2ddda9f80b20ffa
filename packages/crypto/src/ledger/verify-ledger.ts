import { note, startState, type KnownHead, type LedgerState } from './ledger-state.ts';
import { readRow, type CheckpointRow } from './ledger-row.ts';
import { isSigned, type LedgerPublicKey } from './ledger-signature.ts';
import { isOfOther, isSameLedger, takeRow } from './take-row.ts';

/** What was read and what is wrong with it; nothing is, when `problemCount` is 0. */
export type LedgerVerdict = Omit<LedgerState, 'file' | 'rows' | 'known' | 'trusted' | 'line' | 'ended'> & {
  /** What the file of checkpoints held: of this ledger, of others, and lines that are none. Null without such a file. */
  readonly checkpoints: { readonly ours: number; readonly others: number; readonly odd: number } | null;
};

/** A row is never longer: a page has at most 1,000 ranges of unseen numbers. */
const LONGEST_ROW = 1024 * 1024;

export interface VerifyOptions {
  /** Keys that are believed; those of the file's header when there are none. */
  readonly trusted?: readonly LedgerPublicKey[];
  /** Lines of a file of checkpoints. */
  readonly checkpoints?: AsyncIterable<Uint8Array>;
  readonly heads?: readonly KnownHead[];
}

/** Reads a ledger file to its end in bounded memory and says what is wrong with it. Throws nothing but what reading throws. */
export async function verifyLedger(
  file: AsyncIterable<Uint8Array>,
  options: VerifyOptions = {},
): Promise<LedgerVerdict> {
  const checkpoints = options.checkpoints === undefined ? [] : await readCheckpoints(options.checkpoints);
  const known = [...checkpoints.flatMap(({ row }) => (row === undefined ? [] : [row])), ...(options.heads ?? [])];
  const state = startState(options.trusted ?? null, known);
  let whole = false;
  for await (const { bytes, ends } of rowsOf(file)) {
    takeRow(state, bytes);
    whole = ends;
  }
  if (!state.ended) note(state, null, 'the file is cut off: its closing row is missing');
  else if (!whole) note(state, null, 'the file is cut off: its last line feed is missing');
  judgeCheckpoints(state, checkpoints);
  for (const head of known) {
    const { pages, at } = head;
    if (isOfOther(state, head)) continue;
    const from = at === undefined ? '' : ` of ${new Date(at).toISOString()}`;
    if (pages > state.pages)
      note(state, pages, `the checkpoint${from} knows ${pages} pages, the file ends with page ${state.pages}`);
  }
  const { file: _file, rows: _rows, known: _known, trusted: _trusted, line: _line, ended: _ended, ...verdict } = state;
  return { ...verdict, checkpoints: options.checkpoints === undefined ? null : countCheckpoints(state, checkpoints) };
}

interface ReadCheckpoint {
  readonly line: number;
  readonly row: CheckpointRow | undefined;
}

async function readCheckpoints(file: AsyncIterable<Uint8Array>): Promise<readonly ReadCheckpoint[]> {
  const read: ReadCheckpoint[] = [];
  for await (const { bytes, ends } of rowsOf(file)) {
    const row = readRow(Buffer.from(bytes).toString('latin1'));
    const isCheckpoint = ends && row?.type === 'highwater/v1/checkpoint';
    read.push({ line: read.length + 1, row: isCheckpoint ? row : undefined });
  }
  return read;
}

function countCheckpoints(state: LedgerState, checkpoints: readonly ReadCheckpoint[]) {
  const count = { ours: 0, others: 0, odd: 0 };
  for (const { row } of checkpoints) {
    if (row === undefined) count.odd += 1;
    else if (isSameLedger(state, row)) count.ours += 1;
    else count.others += 1;
  }
  return count;
}

function judgeCheckpoints(state: LedgerState, checkpoints: readonly ReadCheckpoint[]): void {
  for (const { line, row } of checkpoints) {
    const say = (says: string): void => note(state, row?.pages ?? null, `checkpoint in line ${line}: ${says}`);
    if (row === undefined) say('this is not a checkpoint as the service writes it');
    else if (!isSameLedger(state, row)) say('it is of another ledger');
    else if (!isSigned(row, state.keys)) say(`the signature is not one of key ${row.key}`);
  }
}

/** Lines without their line feeds; `ends` is false of a last one that has none. */
async function* rowsOf(file: AsyncIterable<Uint8Array>): AsyncGenerator<{ bytes: Uint8Array; ends: boolean }> {
  let parts: Uint8Array[] = [];
  let size = 0;
  for await (const block of file) {
    let from = 0;
    for (let at = block.indexOf(0x0a); at !== -1; at = block.indexOf(0x0a, from)) {
      parts.push(block.subarray(from, at));
      yield { bytes: Buffer.concat(parts), ends: true };
      parts = [];
      size = 0;
      from = at + 1;
    }
    const rest = block.subarray(from);
    size += rest.length;
    // What is longer than any row is none: it is judged in pieces, so that memory stays bounded.
    if (rest.length > 0) parts.push(Buffer.from(rest));
    if (size > LONGEST_ROW) {
      yield { bytes: Buffer.concat(parts), ends: true };
      parts = [];
      size = 0;
    }
  }
  if (parts.length > 0) yield { bytes: Buffer.concat(parts), ends: false };
}
