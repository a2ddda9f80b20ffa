import { findRole, type CustomRole, type TenantTx } from '@highwater/db';
import { FaultError, type MemberRole, type UnixMs } from '@highwater/domain';

/** A role as it is asked for: a built-in one, or with `roleId` one of the company's own. */
export interface AskedRole {
  readonly role: MemberRole;
  readonly roleId?: string | undefined;
}

export interface GivenRole {
  readonly role: MemberRole;
  readonly roleId: string | null;
  readonly customRole: CustomRole | null;
}

/** The role, kept from being changed or removed until the transaction ends. Throws `request.malformed` for one that is none. */
export async function findGivenRole(tx: TenantTx, { role, roleId }: AskedRole, now: UnixMs): Promise<GivenRole> {
  const malformed = new FaultError('request.malformed', { field: 'roleId', detail: { issue: 'unknown' } });
  if ((role === 'custom') !== (roleId !== undefined)) throw malformed;
  if (roleId === undefined) return { role, roleId: null, customRole: null };
  const row = await findRole(tx, roleId, now, 'SHARE');
  if (row === undefined) throw malformed;
  const { name, actions, reach } = row;
  return { role, roleId, customRole: { roleId, name, actions, reach } };
}

/** A role as audit lines keep it: a built-in one by its word, another by its name. */
export function roleText({ role, customRole }: Pick<GivenRole, 'role' | 'customRole'>): string {
  return customRole === null ? role : `custom:${customRole.name}`;
}
