import type { TenantTx } from '../transactions/in-tenant.ts';
import { audienceOf } from './audience-of.ts';
import type { SearchRow } from './search-row.ts';

/** Keeps the sets of people that the rows name; one that is there stays. */
export async function saveAudiences(tx: TenantTx, rows: readonly SearchRow[]): Promise<void> {
  const audiences = new Map(rows.flatMap(({ facts }) => (facts === undefined ? [] : [[audienceOf(facts), facts]])));
  if (audiences.size === 0) return;
  // In the order of their numbers: two that add the same ones wait for each other instead of both.
  const sorted = [...audiences].toSorted(([one], [other]) => one - other);
  await tx.query(
    `INSERT INTO hw.search_audiences (tenant_id, audience, room, people)
     SELECT $1, audience, room, people::int[] FROM unnest($2::bigint[], $3::int[], $4::text[]) AS a (audience, room, people)
     ON CONFLICT DO NOTHING`,
    [
      tx.tenantId,
      sorted.map(([audience]) => audience),
      sorted.map(([, { room }]) => room),
      // A list per row does not fit an array of arrays, whose rows must be equally long.
      sorted.map(([, { people }]) => `{${people.join(',')}}`),
    ],
  );
}
