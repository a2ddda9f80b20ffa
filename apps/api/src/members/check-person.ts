import { listPeopleByKeys, type TenantTx } from '@highwater/db';
import { FaultError, type PersonKey } from '@highwater/domain';

/** Throws `request.malformed` for somebody who is no employee of the archive. */
export async function checkPerson(tx: TenantTx, person: PersonKey | null, before: PersonKey | null): Promise<void> {
  if (person === null || person === before) return;
  const known = await listPeopleByKeys(tx, [person]);
  if (!known.some(({ kind }) => kind === 'employee'))
    throw new FaultError('request.malformed', { field: 'personKey', detail: { issue: 'unknown' } });
}
