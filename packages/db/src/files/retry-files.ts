import type { AccessCondition, MediaId, UnixMs } from '@highwater/domain';
import { SqlValues } from '../conditions/sql-values.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { DEVIATES, fileConditions, type FileFilter } from './file-filter.ts';

/**
 * Has files that are absent, or still to come, fetched now: they are wanted, due and no longer blocked. Their causes stay
 * until an attempt says otherwise. What a worker holds is left to it, as is an absent file of which it still has to clear
 * away what came; what has no id cannot be asked for. A stored file that is not as announced is fetched once more where the
 * filter asks for it by its list or id; what is here stays until other bytes came. Returns them.
 */
export async function retryFiles(
  tx: TenantTx,
  access: AccessCondition,
  filter: FileFilter,
  now: UnixMs,
): Promise<readonly MediaId[]> {
  const values = new SqlValues();
  const at = `${values.add(new Date(now))}::timestamptz`;
  const again = filter.list === 'deviating' || filter.mediaId !== null ? `f.state = 'stored' AND ${DEVIATES}` : 'false';
  const { rows } = await tx.query<{ mediaId: MediaId }>(
    `UPDATE hw.media m SET state = 'wanted', next_try_at = ${at}, attempts = 0, is_blocked = false,
       spoilt = CASE WHEN m.state = 'wanted' THEN m.spoilt ELSE 0 END,
       received_bytes = CASE WHEN m.state = 'wanted' THEN m.received_bytes ELSE 0 END
     FROM (SELECT f.media_id FROM hw.media f
       WHERE ${fileConditions(access, filter, values.add(tx.tenantId), values)} AND f.sdkfileid IS NOT NULL
         AND ((f.state = 'absent' OR ${again}) AND NOT f.keeps_segments
           OR f.state = 'wanted' AND (f.claimed_until IS NULL OR f.claimed_until <= ${at}))
       ORDER BY f.media_id FOR UPDATE SKIP LOCKED) found
     WHERE m.tenant_id = ${values.add(tx.tenantId)} AND m.media_id = found.media_id
     RETURNING m.media_id AS "mediaId"`,
    values.all,
  );
  return rows.map(({ mediaId }) => mediaId);
}
