import { insertGrant, insertMember, inTenant, type Database } from '@highwater/db';
import type { ConnectionId, MemberId, PersonKey, TenantId, UserId } from '@highwater/domain';
import { addConnection, createVisitor, newId, type Visitor } from '@highwater/testkit';
import { asSuperuser, type BareStage } from '../../faults/fault-stage.ts';
import { EMPLOYEES } from './compose-archive.ts';

export interface BenchTenant {
  readonly tenantId: TenantId;
  readonly connectionId: ConnectionId;
  readonly owner: Visitor;
  /** Sees a third of the employees. */
  readonly viewer: Visitor;
}

/** Employees that the viewer's grant names, from the busiest to the quietest. */
export const GRANTED = EMPLOYEES.filter((_, at) => at % 3 === 0).map((key) => key as PersonKey);

/** A company with a connection that nothing was pulled through, its owner and a viewer. */
export async function makeBenchTenant(stage: BareStage, database: Database, name: string): Promise<BenchTenant> {
  const { urls } = stage.context;
  const people = [createVisitor(urls.portal, urls.api), createVisitor(urls.portal, urls.api)] as const;
  const [owner, viewer] = people;
  const emailOf = (who: string): string => `${who}-${name.toLowerCase()}@bench.highwater.example`;
  await owner.signUp({ name: 'Owner', email: emailOf('owner'), password: 'a long enough password' });
  await viewer.signUp({ name: 'Viewer', email: emailOf('viewer'), password: 'a long enough password' });
  await owner.post('/v1/me/companies', { name, zone: 'Asia/Shanghai', language: 'en' });
  const { tenantId, userId } = await asSuperuser(stage, async (client) => {
    const tenants = await client.query<{ id: TenantId }>('SELECT tenant_id AS id FROM hw.tenants WHERE name = $1', [
      name,
    ]);
    const users = await client.query<{ id: UserId }>('SELECT id FROM identity."user" WHERE email = $1', [
      emailOf('viewer'),
    ]);
    const [tenant, user] = [tenants.rows[0], users.rows[0]];
    if (tenant === undefined || user === undefined) throw new Error('The company is not there.');
    return { tenantId: tenant.id, userId: user.id };
  });
  const connectionId = await inTenant(database, tenantId, async (tx) => {
    const memberId = newId<MemberId>();
    const joinedAt = Date.now();
    const about = {
      memberId,
      userId,
      email: emailOf('viewer'),
      name: 'Viewer',
      role: 'viewer',
      language: null,
    } as const;
    await insertMember(tx, { ...about, joinedAt });
    await insertGrant(tx, {
      grantId: newId(),
      memberId,
      employees: GRANTED,
      grantedBy: memberId,
      grantedAt: joinedAt,
    });
    return addConnection(tx);
  });
  return { tenantId, connectionId, owner, viewer };
}
