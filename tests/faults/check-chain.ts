import { createHash } from 'node:crypto';
import { zstdDecompressSync } from 'node:zlib';
import type pg from 'pg';

interface PageRow {
  readonly tenant: string;
  readonly connection: string;
  readonly no: string;
  readonly after: string;
  readonly first: string;
  readonly last: string;
  readonly count: number;
  readonly unseen: readonly (readonly [string, string])[];
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly leaf: string;
  readonly chain: string;
  readonly receivedMs: string;
  readonly kind: string;
}

/** Pages read at once. */
const PER_READ = 500;

/**
 * What is wrong with the chains of stored pages. Every leaf and link is computed anew from the bytes, after
 * docs/crypto-formats.md and without a line of the product's: the suite must not believe what it looks at.
 */
export async function checkChain(client: pg.Client): Promise<readonly string[]> {
  const problems: string[] = [];
  const kind = (await hasKind(client)) ? 'kind' : "'pull'";
  const connections = await client.query<{ id: string; cursor: string; head: string; pages: string }>(
    'SELECT connection_id AS id, cursor_seq::text AS cursor, last_page_hash AS head, page_count::text AS pages FROM hw.connections',
  );
  for (const connection of connections.rows) {
    let [head, cursor, no] = ['0'.repeat(64), '0', 0n];
    for (;;) {
      const { rows } = await client.query<PageRow>(
        `SELECT tenant_id AS tenant, connection_id AS connection, page_no::text AS no, after_seq::text AS after, first_seq::text AS first,
           last_seq::text AS last, count, unseen, bytes, sha256, leaf_hash AS leaf, chain_hash AS chain,
           (extract(epoch FROM received_at) * 1000)::bigint::text AS "receivedMs", ${kind} AS kind
         FROM hw.pages WHERE connection_id = $1 AND page_no > $2 ORDER BY page_no LIMIT ${PER_READ}`,
        [connection.id, String(no)],
      );
      if (rows.length === 0) break;
      for (const page of rows) {
        const wrong = (what: string): void => void problems.push(`page ${page.no} ${what}`);
        if (BigInt(page.no) !== no + 1n) wrong(`follows page ${no}`);
        no = BigInt(page.no);
        const leaf = digest(['highwater/v1/leaf', ...factsOf(page)]);
        if (page.leaf !== leaf) wrong('has a leaf that is not its own');
        head = digest(['highwater/v1/link', head, leaf]);
        if (page.chain !== head) wrong('is not linked to the pages before it');
        // Later pages are judged by their own link.
        head = page.chain;
        for (const what of checkBytes(page)) wrong(what);
        if (page.kind !== 'repull') {
          if (page.after !== cursor) wrong(`begins after ${page.after}, the one before ended at ${cursor}`);
          cursor = page.last;
        }
      }
    }
    if (connection.cursor !== cursor)
      problems.push(`the cursor is at ${connection.cursor}, the pages end at ${cursor}`);
    if (connection.pages !== String(no)) problems.push(`${connection.pages} pages are counted, ${no} are there`);
    if (no > 0n && connection.head !== head) problems.push('the head of the chain is not that of the last page');
  }
  return problems;
}

function factsOf({ tenant, connection, after, first, last, count, unseen, sha256, receivedMs }: PageRow): unknown[] {
  return [tenant, connection, after, first, last, String(count), unseen, sha256, receivedMs];
}

/** A page's own numbers against its bytes. */
function checkBytes(page: PageRow): readonly string[] {
  const bytes = zstdDecompressSync(page.bytes);
  const wrong: string[] = [];
  if (createHash('sha256').update(bytes).digest('hex') !== page.sha256)
    wrong.push('has other bytes than its hash says');
  const { chatdata } = JSON.parse(bytes.toString('utf8')) as { chatdata: readonly { seq: number }[] };
  // A page that WeCom gave three times with repeated, mixed or known numbers is kept as it came and counts what is new.
  const seqs = [...new Set(chatdata.map(({ seq }) => BigInt(seq)))]
    .filter((seq) => seq > BigInt(page.after))
    .toSorted((one, other) => (one < other ? -1 : 1));
  if (seqs.length !== page.count) wrong.push(`says ${page.count} envelopes and holds ${seqs.length}`);
  if (String(seqs[0]) !== page.first || String(seqs.at(-1)) !== page.last) wrong.push('has other ends than it says');
  // What is unseen, pulls say.
  if (page.kind === 'repull') return wrong;
  const holes: string[] = [];
  let next = BigInt(page.after) + 1n;
  for (const seq of seqs) {
    if (seq > next) holes.push(`${next}-${seq - 1n}`);
    next = seq + 1n;
  }
  if (page.unseen.map(([from, to]) => `${from}-${to}`).join() !== holes.join())
    wrong.push('lists other holes than it has');
  return wrong;
}

function digest(fields: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(fields), 'utf8').digest('hex');
}

/** Pages that were pulled once more stand in the chain too, but move no cursor. */
async function hasKind(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query(
    "SELECT FROM information_schema.columns WHERE table_schema = 'hw' AND table_name = 'pages' AND column_name = 'kind'",
  );
  return rowCount === 1;
}
