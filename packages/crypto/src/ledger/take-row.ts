import { createHash } from 'node:crypto';
import type { ConnectionId, TenantId } from '@highwater/domain';
import { chainHash } from './chain-hash.ts';
import { leafHash } from './leaf-hash.ts';
import { readRow, type DayRow, type EndRow, type HeaderRow, type PageRow } from './ledger-row.ts';
import { dayRoot, isSigned, readLedgerKey, type LedgerPublicKey } from './ledger-signature.ts';
import { note, type KnownHead, type LedgerState } from './ledger-state.ts';

/** Judges the next row of a ledger file, given without its line feed, and goes on from what it says. */
export function takeRow(state: LedgerState, line: Uint8Array): void {
  state.line += 1;
  // One character a byte: a byte outside ASCII fits no field.
  const text = Buffer.from(line.buffer, line.byteOffset, line.byteLength).toString('latin1');
  const row = readRow(text);
  if (state.ended) note(state, null, 'something follows the closing row');
  if (row === undefined) note(state, null, 'this is not a row of a ledger as the service writes it');
  else if (state.header === undefined && row.type !== 'highwater/v1/ledger') note(state, null, 'the header is missing');
  else if (row.type === 'highwater/v1/ledger') takeHeader(state, row);
  else if (row.type === 'highwater/v1/page') takePage(state, row);
  else if (row.type === 'highwater/v1/day') takeDay(state, row);
  else if (row.type === 'highwater/v1/end') takeEnd(state, row);
  else note(state, null, 'a checkpoint stands among the pages');
  const bytes = `${text}\n`;
  if (row?.type === 'highwater/v1/page') state.rows.update(bytes, 'latin1');
  state.file.update(bytes, 'latin1');
}

function takeHeader(state: LedgerState, row: HeaderRow): void {
  if (state.line !== 1) note(state, null, 'a second header');
  state.header = row;
  state.keys = state.trusted ?? row.keys.flatMap((key) => keyOf(state, key));
  compareHeads(state);
}

function keyOf(state: LedgerState, text: string): readonly LedgerPublicKey[] {
  try {
    const key = readLedgerKey(text);
    if (key.spki === text) return [key];
  } catch {
    // Said below.
  }
  note(state, null, 'a public key of the header is not an Ed25519 key');
  return [];
}

function takePage(state: LedgerState, row: PageRow): void {
  const { page } = row;
  const say = (says: string): void => note(state, page, says);
  const [after, last] = [BigInt(row.after), BigInt(row.last)];
  if (page !== state.pages + 1) say(`page ${page} follows page ${state.pages}`);
  // A page that was asked for again begins before the cursor and leaves it where it is.
  const again = after < state.cursor;
  if (after > state.cursor) say(`page ${page} begins after ${after}, the pages before it end at ${state.cursor}`);
  const unseen = again ? 0n : countUnseen(row);
  const room = last - after - BigInt(row.count);
  const fits = again ? room >= 0n && row.unseen.length === 0 && BigInt(row.first) > after : room === unseen;
  if (!fits || row.count === 0 || BigInt(row.first) > last) say(`the numbers of page ${page} do not add up`);
  const { tenant, connection } = state.header ?? { tenant: '', connection: '' };
  const leaf = leafHash({
    tenantId: tenant as TenantId,
    connectionId: connection as ConnectionId,
    after,
    first: BigInt(row.first),
    last,
    count: row.count,
    unseen: row.unseen,
    sha256: row.sha256,
    receivedAt: row.received,
  });
  if (leaf !== row.leaf) say(`the leaf of page ${page} is not the hash of its facts`);
  if (chainHash(state.head, row.leaf) !== row.chain) say(`page ${page} is not linked to the page before it`);
  if (row.received >= FIRST_UNNAMED) say(`page ${page} has no time`);
  else {
    const day = dayOfTime(row.received);
    if (state.latestDay === null || day > state.latestDay) state.latestDay = day;
  }
  state.pages = page;
  state.head = row.chain;
  if (!again) state.cursor = last;
  state.envelopes += row.count;
  state.dayEnvelopes += row.count;
  state.unseen += unseen ?? 0n;
  state.dayUnseen += unseen ?? 0n;
  state.firstReceived ??= row.received;
  state.lastReceived = row.received;
  compareHeads(state);
}

/** The year 10000: days have four digits. */
const FIRST_UNNAMED = 253_402_300_800_000;

/** The UTC day of a time, "YYYY-MM-DD". */
export function dayOfTime(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** How many numbers the page says it did not get; undefined when its ranges are out of order or its first number is among them. */
function countUnseen({ after, first, last, unseen }: PageRow): bigint | undefined {
  let [sum, end, expectedFirst] = [0n, BigInt(after), BigInt(after) + 1n];
  for (const [at, range] of unseen.entries()) {
    const [from, to] = [BigInt(range[0]), BigInt(range[1])];
    // Between two ranges at least one number was returned; the last number always was.
    if (from <= end + (at === 0 ? 0n : 1n) || to < from || to >= BigInt(last)) return undefined;
    if (from === expectedFirst && at === 0) expectedFirst = to + 1n;
    sum += to - from + 1n;
    end = to;
  }
  return BigInt(first) === expectedFirst ? sum : undefined;
}

function takeDay(state: LedgerState, row: DayRow): void {
  const say = (says: string): void => note(state, state.pages, `${row.day}: ${says}`);
  if (!isSameLedger(state, row)) say('the day is of another ledger');
  if (!isSigned(row, state.keys)) say(`the signature is not one of key ${row.key}`);
  if (state.lastDay !== null && row.day <= state.lastDay) say(`the day follows ${state.lastDay}`);
  if (row.previous !== state.root) say('the day is not linked to the root before it');
  if (row.from !== state.signedPages + 1 || row.to !== state.pages)
    say(`it covers pages ${row.from} to ${row.to}, the file has ${state.signedPages + 1} to ${state.pages} here`);
  if (row.after !== String(state.dayAfter) || row.last !== String(state.cursor)) say('its numbers are not its pages’');
  if (row.envelopes !== state.dayEnvelopes || row.unseen !== String(state.dayUnseen))
    say('its sums are not those of its pages');
  if (row.rows !== state.rows.copy().digest('hex')) say('its page rows were changed');
  if (row.head !== state.head) say('its head is not the newest page’s');
  if (state.latestDay !== null && state.latestDay > row.day) say('one of its pages is of a later day');
  state.days += 1;
  state.lastDay = row.day;
  state.signedPages = state.pages;
  state.root = dayRoot(row);
  if (!state.usedKeys.includes(row.key)) state.usedKeys = [...state.usedKeys, row.key];
  state.rows = createHash('sha256');
  state.dayAfter = state.cursor;
  state.dayEnvelopes = 0;
  state.dayUnseen = 0n;
  state.latestDay = null;
}

function takeEnd(state: LedgerState, row: EndRow): void {
  const say = (says: string): void => note(state, null, says);
  if (row.pages !== state.pages || row.days !== state.days || row.head !== state.head)
    say(
      `the closing row counts ${row.pages} pages and ${row.days} days, the file has ${state.pages} and ${state.days}`,
    );
  if (row.sha256 !== state.file.copy().digest('hex')) say('the file is not the one that was closed');
  state.ended = true;
}

export function isSameLedger(
  { header }: Pick<LedgerState, 'header'>,
  row: { readonly tenant: string; readonly connection: string; readonly corp: string },
): boolean {
  return header?.tenant === row.tenant && header.connection === row.connection && header.corp === row.corp;
}

/** A checkpoint of another ledger says nothing about this one. A head that came without its ledger is taken for this one's. */
export function isOfOther(
  state: Pick<LedgerState, 'header'>,
  { tenant, connection, corp }: Pick<KnownHead, 'tenant' | 'connection' | 'corp'>,
): boolean {
  if (tenant === undefined || connection === undefined || corp === undefined) return false;
  return !isSameLedger(state, { tenant, connection, corp });
}

function compareHeads(state: LedgerState): void {
  for (const known of state.known.get(state.pages) ?? []) {
    if (isOfOther(state, known)) continue;
    const from = known.at === undefined ? '' : ` of ${new Date(known.at).toISOString()}`;
    if (known.head !== state.head || (known.seq !== undefined && known.seq !== String(state.cursor)))
      note(state, state.pages, `the checkpoint${from} knows another history up to page ${state.pages}`);
    else {
      state.agreed += 1;
      if (state.newestAgreed === null || (known.at ?? 0) >= (state.newestAgreed.at ?? 0)) state.newestAgreed = known;
    }
  }
}
