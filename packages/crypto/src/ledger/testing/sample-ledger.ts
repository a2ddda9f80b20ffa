import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import type { ConnectionId, TenantId } from '@highwater/domain';
import { chainHash, CHAIN_START } from '../chain-hash.ts';
import { createLedgerWriter, createRowsHash } from '../ledger-file.ts';
import { writeRow, type CheckpointRow, type DayRow, type PageRow } from '../ledger-row.ts';
import { createLedgerSigner, dayRoot, readLedgerKey } from '../ledger-signature.ts';
import { leafHash } from '../leaf-hash.ts';

/** A private key that everybody knows: the seed is 32 counted bytes. For examples and tests only. */
export const SAMPLE_PRIVATE_PEM = createPrivateKey({
  key: Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    Uint8Array.from({ length: 32 }, (_, at) => at),
  ]),
  format: 'der',
  type: 'pkcs8',
})
  .export({ type: 'pkcs8', format: 'pem' })
  .toString();

export const SAMPLE_PUBLIC_PEM = createPublicKey(SAMPLE_PRIVATE_PEM).export({ type: 'spki', format: 'pem' }).toString();

export const SAMPLE_OWNER = {
  tenant: '0b6cf1f4-6a51-4a3e-8f0c-3a1f0d6f7a10',
  connection: '5e1b8a52-9f0e-4a0e-9d57-0f5a3c1e2b44',
  corp: 'ww1d3c5b7a9e8f6420',
};
const START = Date.UTC(2026, 10, 20, 22);
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

export interface SampleLedger {
  readonly file: string;
  readonly checkpoints: string;
  readonly pages: readonly PageRow[];
}

export interface SampleParts {
  readonly pages: number;
  /** Between two pages. */
  readonly everyMs?: number;
  /** Pages that lie behind the cursor, as a range that was asked for again. */
  readonly again?: ReadonlySet<number>;
  readonly signer?: ReturnType<typeof createLedgerSigner>;
  readonly publicPem?: string;
}

/** A ledger of made-up pages with a checkpoint after each; every day but the last is signed. */
export function makeSampleLedger(parts: SampleParts): SampleLedger {
  const { everyMs = HOUR_MS, signer = createLedgerSigner(SAMPLE_PRIVATE_PEM), again = new Set<number>() } = parts;
  const writer = createLedgerWriter();
  const keys = [readLedgerKey(parts.publicPem ?? SAMPLE_PUBLIC_PEM).spki];
  const lines = [
    writer.header({
      type: 'highwater/v1/ledger',
      ...SAMPLE_OWNER,
      made: START + parts.pages * everyMs,
      keys,
    }),
  ];
  const checkpoints: string[] = [];
  const pages: PageRow[] = [];
  let [cursor, head, from, dayAfter, previous] = [0n, CHAIN_START, 1, 0n, CHAIN_START];
  let ofDay: PageRow[] = [];
  const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

  const sign = (day: string): void => {
    const rows = createRowsHash();
    for (const page of ofDay) rows.add(page);
    const envelopes = ofDay.reduce((sum, { count }) => sum + count, 0);
    const row: DayRow = signer.signDay({
      type: 'highwater/v1/day',
      ...SAMPLE_OWNER,
      day,
      from,
      to: pages.length,
      after: dayAfter.toString(),
      last: cursor.toString(),
      envelopes,
      unseen: ofDay.reduce((sum, { unseen }) => sum + countOf(unseen), 0n).toString(),
      opened: envelopes,
      sealed: 0,
      unreadable: 0,
      kinds: envelopes === 0 ? [] : [['text', envelopes]],
      rows: rows.digest(),
      head,
      previous,
      signed: Date.parse(`${day}T00:00:00Z`) + DAY_MS + 600_000,
    });
    lines.push(writer.day(writeRow(row)));
    previous = dayRoot(row);
    [from, dayAfter, ofDay] = [pages.length + 1, cursor, []];
  };

  let day = dayOf(START);
  for (let at = 0; at < parts.pages; at += 1) {
    const received = START + at * everyMs;
    while (day < dayOf(received)) {
      sign(day);
      day = dayOf(Date.parse(`${day}T00:00:00Z`) + DAY_MS);
    }
    const isAgain = again.has(at + 1);
    const page = makePage(at + 1, isAgain ? cursor - 3n : cursor, head, received, isAgain);
    pages.push(page);
    ofDay.push(page);
    lines.push(writer.page(page));
    head = page.chain;
    if (!isAgain) cursor = BigInt(page.last);
    checkpoints.push(`${writeRow(checkpointOf(signer, page, cursor, received))}\n`);
  }
  lines.push(writer.end());
  return { file: lines.join(''), checkpoints: checkpoints.join(''), pages };
}

/** Every third page lacks two numbers; one that was asked for again does not count what it lacks. */
function makePage(page: number, after: bigint, head: string, received: number, isAgain: boolean): PageRow {
  const lacks = page % 3 === 0 && !isAgain;
  const count = page % 3 === 1 ? 3 : 2;
  const last = after + (lacks ? 4n : BigInt(count));
  const unseen: [string, string][] = lacks ? [[(after + 2n).toString(), (after + 3n).toString()]] : [];
  const sha256 = createHash('sha256').update(`page ${page}`).digest('hex');
  const leaf = leafHash({
    tenantId: SAMPLE_OWNER.tenant as TenantId,
    connectionId: SAMPLE_OWNER.connection as ConnectionId,
    after,
    first: after + 1n,
    last,
    count,
    unseen,
    sha256,
    receivedAt: received,
  });
  return {
    type: 'highwater/v1/page',
    page,
    after: after.toString(),
    first: (after + 1n).toString(),
    last: last.toString(),
    count,
    unseen,
    sha256,
    received,
    leaf,
    chain: chainHash(head, leaf),
  };
}

function checkpointOf(
  signer: ReturnType<typeof createLedgerSigner>,
  { page, chain }: PageRow,
  cursor: bigint,
  at: number,
): CheckpointRow {
  return signer.signCheckpoint({
    type: 'highwater/v1/checkpoint',
    ...SAMPLE_OWNER,
    pages: page,
    head: chain,
    seq: cursor.toString(),
    answered: at,
    at: at + 60_000,
  });
}

function countOf(ranges: PageRow['unseen']): bigint {
  return ranges.reduce((sum, [from, to]) => sum + BigInt(to) - BigInt(from) + 1n, 0n);
}
