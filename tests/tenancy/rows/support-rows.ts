import { list, same, thing, type Expected, type Prepared, type Row } from '../cell.ts';
import type { World } from '../world.ts';

const ASKED = { reason: 'a customer says that messages are missing', scopes: ['health'], hours: 2 };
const APPROVED = { scopes: ['health'], hours: 1 };

/** One of the operator's people asks to look at company A. */
async function ask({ actors, a }: World): Promise<Prepared> {
  const path = `/v1/operator/tenants/${a.tenantId}/support`;
  const { requestId } = await actors.operatorRightful.send<{ requestId: string }>('POST', path, ASKED);
  return { requestId };
}

async function open(world: World): Promise<Prepared> {
  const prepared = await ask(world);
  await world.actors.owner.send('POST', `/v1/support-requests/${prepared['requestId']}/approve`, APPROVED);
  return prepared;
}

const decision = (verb: 'approve' | 'refuse' | 'end', prepare: NonNullable<Row['prepare']>, body: object = {}): Row =>
  thing({
    operation: `${verb}Support`,
    about: 'a request for support access',
    prepare,
    ask: (_world, { requestId }) => ({ method: 'POST', path: `/v1/support-requests/${requestId}/${verb}`, body }),
    rightful: () => ({ status: 204 }),
  });

/** The console's own operations: of others no session counts. */
const ofConsole = (parts: Parameters<typeof same>[0], operator: (world: World) => Expected): Row =>
  same(parts, 401, (world) => ({ operator: operator(world) }));

/** Support access, asked at the console and decided by the owner; and the console's door. */
export const supportRows: readonly Row[] = [
  list(
    {
      operation: 'listSupportRequests',
      about: 'requests for support access',
      prepare: ask,
      ask: { method: 'GET', path: '/v1/support-requests' },
      rightful: (_world, { requestId = '' }) => ({ status: 200, holds: [requestId] }),
    },
    () => ({ status: 200 }),
  ),
  decision('approve', ask, APPROVED),
  decision('refuse', ask),
  decision('end', open),
  ofConsole(
    {
      operation: 'getOperator',
      about: 'oneself at the console',
      ask: { method: 'GET', path: '/v1/operator/me' },
      rightful: ({ people }) => ({ actor: 'operatorRightful', status: 200, holds: [people.colleague.name] }),
    },
    () => ({ status: 200 }),
  ),
  ofConsole(
    {
      operation: 'listOperatorTenants',
      about: 'the health of every company',
      ask: { method: 'GET', path: '/v1/operator/tenants' },
      rightful: ({ a, b }) => ({ actor: 'operatorRightful', status: 200, holds: [a.tenantId, a.name, b.tenantId] }),
    },
    ({ a }) => ({ status: 200, holds: [a.tenantId] }),
  ),
  ofConsole(
    {
      operation: 'listOperatorSupport',
      about: 'requests of all companies',
      prepare: ask,
      ask: { method: 'GET', path: '/v1/operator/support' },
      rightful: (_world, { requestId = '' }) => ({ actor: 'operatorRightful', status: 200, holds: [requestId] }),
    },
    () => ({ status: 200, lacks: [ASKED.reason] }),
  ),
  ofConsole(
    {
      operation: 'listTenantSupport',
      about: 'requests to company A',
      prepare: ask,
      ask: ({ a }) => ({ method: 'GET', path: `/v1/operator/tenants/${a.tenantId}/support` }),
      rightful: (_world, { requestId = '' }) => ({ actor: 'operatorRightful', status: 200, holds: [requestId] }),
    },
    () => ({ status: 200 }),
  ),
  ofConsole(
    {
      operation: 'askSupport',
      about: 'a look at company A',
      ask: ({ a }) => ({ method: 'POST', path: `/v1/operator/tenants/${a.tenantId}/support`, body: ASKED }),
      rightful: () => ({ actor: 'operatorRightful', status: 201 }),
    },
    () => ({ status: 201 }),
  ),
  ofConsole(
    {
      operation: 'endOwnSupport',
      about: 'the access of a colleague',
      prepare: open,
      ask: ({ a }, { requestId }) => ({
        method: 'POST',
        path: `/v1/operator/tenants/${a.tenantId}/support/${requestId}/end`,
        body: {},
      }),
      rightful: () => ({ actor: 'operatorRightful', status: 204 }),
    },
    () => ({ status: 404 }),
  ),
];
