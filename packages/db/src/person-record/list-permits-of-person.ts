import type { UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { PersonPlace } from './find-person.ts';

/** That an employee was found in the archive's scope, from the first look to the last. */
export interface PermitRow {
  /** 1 office, 2 service, 3 enterprise. */
  readonly edition: number;
  readonly seenFrom: UnixMs;
  readonly seenUntil: UnixMs;
  readonly endedBy: UnixMs | null;
}

/** When an employee was in the archive's scope, newest first. */
export async function listPermitsOfPerson(
  tx: TenantTx,
  { connectionId, personKey }: PersonPlace,
): Promise<readonly PermitRow[]> {
  const { rows } = await tx.query<PermitRow>(
    `SELECT edition, seen_from AS "seenFrom", seen_until AS "seenUntil", ended_by AS "endedBy" FROM hw.permits
     WHERE tenant_id = $1 AND connection_id = $2 AND person_key = $3 ORDER BY seen_from DESC, edition`,
    [tx.tenantId, connectionId, personKey],
  );
  return rows;
}
