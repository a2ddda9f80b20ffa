import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline';
import { readWorkerConfig } from '@highwater/config';
import type { ConnectionId, Log, TenantId } from '@highwater/domain';
import { createDeps } from '../create-deps.ts';
import { deriveMessage } from '../open/derive-message.ts';
import type { EnvelopeOutcome } from '../open/opened-page.ts';
import { saveOpenedPage } from '../open/save-opened-page.ts';
import { storePage, type LedgerHead } from '../pull/store-page.ts';

/**
 * Fills an archive for a benchmark: `fill-archive.ts TENANT CONNECTION`, told like the worker, reads one message as JSON
 * (`{ msgid, plaintext }`, the plaintext in base64) per line of its input and keeps it as pulling and opening do, all but
 * the envelopes, which were never sealed. Its last line of output is the number of messages.
 */
const PAGE = 1000;
const SILENT: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (message, fields) => void process.stderr.write(`${message} ${JSON.stringify(fields)}\n`),
  child: () => SILENT,
};

const [tenantId, connectionId] = process.argv.slice(2) as [TenantId, ConnectionId];
const created = await createDeps(readWorkerConfig(process.env), SILENT);
// No worker runs: jobs would only pile up.
const deps = { ...created, enqueue: async () => undefined, enqueueMany: async () => undefined };
const keys = await created.messageKeys(tenantId);

let head: LedgerHead = { cursor: 0n, pageCount: 0, pageHash: '' };
let total = 0;
let saving: Promise<void> = Promise.resolve();
let page: { msgid: string; plaintext: Buffer }[] = [];

for await (const line of createInterface({ input: process.stdin })) {
  const { msgid, plaintext } = JSON.parse(line) as { msgid: string; plaintext: string };
  page.push({ msgid, plaintext: Buffer.from(plaintext, 'base64') });
  if (page.length === PAGE) await keep();
}
if (page.length > 0) await keep();
await saving;
await created.boss.stop();
await created.close();
process.stdout.write(`${total}\n`);

/** The next page is made while the one before is written. */
async function keep(): Promise<void> {
  const messages = page;
  page = [];
  const first = BigInt(total + 1);
  total += messages.length;
  const receivedAt = deps.clock.now();
  const outcomes = messages.map(({ msgid, plaintext }, position): EnvelopeOutcome => {
    const seq = first + BigInt(position);
    const sha256 = createHash('sha256').update(msgid).digest('hex');
    const envelope = { seq, msgid, publickeyVer: 1, encryptRandomKey: '', encryptChatMsg: '', sha256 };
    const rows = deriveMessage(keys, connectionId, envelope, plaintext, receivedAt);
    return { state: 'opened', envelope, position, rows };
  });
  await saving;
  saving = save(first, outcomes);
}

async function save(first: bigint, outcomes: readonly EnvelopeOutcome[]): Promise<void> {
  const seqs = outcomes.map((_, at) => first + BigInt(at));
  const bytes = Buffer.from(JSON.stringify({ errcode: 0, first: String(first), count: seqs.length }));
  const next = await storePage(deps, tenantId, connectionId, head, { bytes, seqs, unseen: [] });
  if (next === undefined) throw new Error('somebody else filled the archive');
  head = next;
  const address = { tenantId, connectionId, pageNo: next.pageCount };
  await saveOpenedPage(deps, address, outcomes, { proven: [], tried: new Set() });
}
