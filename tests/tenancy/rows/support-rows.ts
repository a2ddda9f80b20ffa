import { same, thing, type Row } from '../cell.ts';
import type { World } from '../world.ts';

/** A request of the operator to look into company A. */
async function askToLook({ actors, a }: World): Promise<Record<string, string>> {
  const path = `/v1/operator/tenants/${a.tenantId}/support`;
  const body = { reason: 'the archive stands still since noon', scopes: ['health'], hours: 1 };
  return actors.operatorRightful.send('POST', path, body);
}

const APPROVAL = { scopes: ['health'], hours: 1 };

function decision(operation: string, verb: 'approve' | 'refuse' | 'end', body: object): Row {
  return thing({
    operation,
    about: 'a request of support',
    phase: 'still',
    async prepare(world) {
      const asked = await askToLook(world);
      const path = `/v1/support-requests/${asked['requestId'] ?? ''}/approve`;
      if (verb === 'end') await world.actors.owner.send('POST', path, APPROVAL);
      return asked;
    },
    ask: (_world, { requestId = 'none' }) => ({
      method: 'POST',
      path: `/v1/support-requests/${requestId}/${verb}`,
      body,
    }),
    rightful: () => ({ status: 204 }),
  });
}

/** What the console alone is answered. To everybody else there is nobody signed in there. */
function console(row: Parameters<typeof same>[0], found: (world: World) => readonly string[]): Row {
  const status = row.operation === 'askSupport' ? 201 : 200;
  const answer = (world: World) => ({ status, holds: found(world), allows: [world.a.tenantId, world.a.name] });
  return same({ ...row, rightful: (world) => ({ ...answer(world), actor: 'operatorRightful' as const }) }, 401, (world) => ({
    operator: answer(world),
  }));
}

/** Support's way into a company, and the operator's console. */
export const supportRows: readonly Row[] = [
  thing(
    {
      operation: 'listSupportRequests',
      about: 'requests of support',
      prepare: askToLook,
      ask: { method: 'GET', path: '/v1/support-requests' },
      rightful: () => ({ status: 200, holds: ['the archive stands still since noon'] }),
    },
    () => ({ ownerB: { status: 200, holds: ['"items":[]'] } }),
  ),
  decision('approveSupport', 'approve', APPROVAL),
  decision('refuseSupport', 'refuse', {}),
  decision('endSupport', 'end', {}),
  console(
    { operation: 'getOperator', about: 'oneself at the console', ask: { method: 'GET', path: '/v1/operator/me' } },
    ({ people }) => [people.operator.name],
  ),
  console(
    {
      operation: 'listOperatorTenants',
      about: 'the health of every company',
      ask: { method: 'GET', path: '/v1/operator/tenants' },
    },
    ({ a, b }) => [a.tenantId, a.name, b.tenantId],
  ),
  console(
    {
      operation: 'listOperatorSupport',
      about: 'requests to all companies',
      prepare: askToLook,
      ask: { method: 'GET', path: '/v1/operator/support' },
    },
    ({ a }) => [a.tenantId],
  ),
  console(
    {
      operation: 'listTenantSupport',
      about: 'requests to company A',
      prepare: askToLook,
      ask: ({ a }) => ({ method: 'GET', path: `/v1/operator/tenants/${a.tenantId}/support` }),
    },
    ({ a }) => [a.tenantId],
  ),
  console(
    {
      operation: 'askSupport',
      about: 'to look into company A',
      phase: 'still',
      ask: ({ a }) => ({
        method: 'POST',
        path: `/v1/operator/tenants/${a.tenantId}/support`,
        body: { reason: 'the archive stands still since noon', scopes: ['health'], hours: 1 },
      }),
    },
    () => ['"requestId"'],
  ),
  {
    ...same(
      {
        operation: 'endOwnSupport',
        about: 'a request of the operator',
        phase: 'still',
        prepare: askToLook,
        ask: ({ a }, { requestId = 'none' }) => ({
          method: 'POST',
          path: `/v1/operator/tenants/${a.tenantId}/support/${requestId}/end`,
          body: {},
        }),
        // The operator of the matrix is the one who asked: by now it has ended it.
        rightful: () => ({ actor: 'operatorRightful', status: 409, holds: ['support.decided'] }),
      },
      401,
      () => ({ operator: { status: 204 } }),
    ),
  },
];
