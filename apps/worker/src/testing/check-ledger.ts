import type { ConnectionId, TenantId } from '@highwater/domain';
import type { ChainFixture } from './chain-fixture.ts';

/**
 * What is wrong with a connection's ledger and rows: the sentences of all broken promises, none when all hold.
 * Looked at from outside: numbers in the database against the numbers that WeCom has.
 */
export async function checkLedger(
  fixture: ChainFixture,
  tenantId: TenantId,
  connectionId: ConnectionId,
): Promise<string[]> {
  const wrong: string[] = [];
  const [connection] = await fixture.read<{ cursor: string; pages: string; hash: string }>(
    tenantId,
    'SELECT cursor_seq AS cursor, page_count AS pages, last_page_hash AS hash FROM hw.connections WHERE connection_id = $1',
    [connectionId],
  );
  const pages = await fixture.read<{ no: string; after: string; last: string; chain: string; kind: string }>(
    tenantId,
    `SELECT page_no AS no, after_seq AS after, last_seq AS last, chain_hash AS chain, kind FROM hw.pages
     WHERE connection_id = $1 ORDER BY page_no`,
    [connectionId],
  );
  if (connection === undefined) return ['there is no connection'];
  let end = '0';
  for (const [at, page] of pages.entries()) {
    if (page.no !== String(at + 1)) wrong.push(`page ${at + 1} is missing`);
    // A re-pull's page lies below the cursor and leaves it where it is.
    if (page.kind === 'repull') continue;
    if (page.after !== end) wrong.push(`page ${page.no} begins after ${page.after}, not after ${end}`);
    end = page.last;
  }
  if (connection.cursor !== end) wrong.push(`the cursor is at ${connection.cursor}, the pages end at ${end}`);
  if (connection.pages !== String(pages.length)) wrong.push('the page count is not the count of pages');
  if (connection.hash !== (pages.at(-1)?.chain ?? '')) wrong.push('the head of the chain is not the last page');

  const expected = fixture.finance.envelopes.map(({ seq }) => seq.toString());
  const envelopes = await fixture.read<{ seq: string }>(
    tenantId,
    'SELECT seq FROM hw.envelopes WHERE connection_id = $1 ORDER BY hw.envelopes.seq',
    [connectionId],
  );
  const stored = envelopes.map(({ seq }) => seq);
  if (stored.join() !== expected.join())
    wrong.push(`${stored.length} envelopes are stored, WeCom has ${expected.length}`);
  return wrong;
}
