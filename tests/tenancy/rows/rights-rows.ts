import { list, thing, type Expected, type Prepared, type Row } from '../cell.ts';
import type { World } from '../world.ts';

const ROOM = 'wrTENANCYgranted';

/** A role of company A's own, for one row. */
function makeRole(name: string): (world: World) => Promise<Prepared> {
  return async ({ actors }) => {
    const body = { name, actions: ['see_completeness'], reach: 'granted' };
    const { roleId } = await actors.owner.send<{ roleId: string }>('POST', '/v1/roles', body);
    return { roleId };
  };
}

/** A grant of a member of company A who has none, for one row. */
async function makeGrant({ actors, a }: World): Promise<Prepared> {
  const path = `/v1/members/${a.members.bare}/grants`;
  const { grants } = await actors.owner.send<{ grants: readonly { grantId: string }[] }>('POST', path, {
    rooms: [ROOM],
  });
  return { grantId: grants.at(-1)?.grantId ?? '' };
}

const pathOf = ({ a }: World, { grantId = '' }: Prepared): string => `/v1/members/${a.members.bare}/grants/${grantId}`;
const holdsMember = ({ a, people }: World): Expected => ({
  status: 200,
  holds: [a.members.viewer, people.viewer.email, a.people.granted],
});

/** Roles, what members may do, and what a grant opens. */
export const rightsRows: readonly Row[] = [
  list(
    {
      operation: 'listRoles',
      about: 'roles',
      ask: { method: 'GET', path: '/v1/roles' },
      prepare: makeRole('租户隔离名单'),
      rightful: (_world, { roleId = '' }) => ({ status: 200, holds: [roleId, '租户隔离名单'] }),
    },
    () => ({ status: 200, holds: ['"role":"owner"'], lacks: ['租户隔离名单'] }),
  ),
  list(
    {
      operation: 'createRole',
      about: 'a role of the name that company A has',
      phase: 'still',
      ask: { method: 'POST', path: '/v1/roles', body: { name: '租户隔离同名', actions: [], reach: 'granted' } },
      prepare: makeRole('租户隔离同名'),
      rightful: () => ({ status: 409, holds: ['role.name_taken'] }),
    },
    // Company B learns nothing of what roles others have. Its owners ask at once, and one of them is the first.
    () => ({ status: [201, 409] }),
  ),
  thing({
    operation: 'changeRole',
    about: 'a role of company A',
    phase: 'still',
    ask: (_world, { roleId = '' }) => ({
      method: 'PATCH',
      path: `/v1/roles/${roleId}`,
      body: { actions: ['see_completeness', 'see_audit'] },
    }),
    prepare: makeRole('租户隔离改'),
    rightful: (_world, { roleId = '' }) => ({ status: 200, holds: [roleId, '租户隔离改', 'see_audit'] }),
  }),
  thing({
    operation: 'removeRole',
    about: 'a role of company A',
    phase: 'still',
    ask: (_world, { roleId = '' }) => ({ method: 'DELETE', path: `/v1/roles/${roleId}` }),
    prepare: makeRole('租户隔离删'),
    rightful: () => ({ status: 204 }),
  }),
  thing({
    operation: 'getMember',
    about: 'a member',
    ask: ({ a }) => ({ method: 'GET', path: `/v1/members/${a.members.viewer}` }),
    rightful: holdsMember,
  }),
  thing({
    operation: 'changeMember',
    about: 'the role of a member',
    phase: 'still',
    ask: ({ a }) => ({ method: 'PATCH', path: `/v1/members/${a.members.bare}`, body: { role: 'viewer' } }),
    rightful: ({ a }) => ({ status: 200, holds: [a.members.bare, '"role":"viewer"'] }),
  }),
  thing({
    operation: 'viewAs',
    about: 'what a viewer sees',
    ask: ({ a }) => ({ method: 'GET', path: `/v1/members/${a.members.viewer}/view-as` }),
    rightful: ({ a }) => ({ status: 200, holds: [a.people.granted] }),
  }),
  thing({
    operation: 'listGrants',
    about: 'the grants of a viewer',
    ask: ({ a }) => ({ method: 'GET', path: `/v1/members/${a.members.viewer}/grants` }),
    rightful: ({ a }) => ({ status: 200, holds: [a.people.granted] }),
  }),
  thing({
    operation: 'addGrant',
    about: 'a member without grants',
    phase: 'still',
    ask: ({ a }) => ({
      method: 'POST',
      path: `/v1/members/${a.members.bare}/grants`,
      body: { rooms: [ROOM], actions: ['view'] },
    }),
    rightful: ({ a }) => ({ status: 201, holds: [a.members.bare, ROOM] }),
  }),
  thing({
    operation: 'changeGrant',
    about: 'a grant of company A',
    phase: 'still',
    ask: (world, prepared) => ({ method: 'PUT', path: pathOf(world, prepared), body: { rooms: [ROOM, 'wrOTHER'] } }),
    prepare: makeGrant,
    rightful: ({ a }, { grantId = '' }) => ({ status: 200, holds: [a.members.bare, grantId, 'wrOTHER'] }),
  }),
  thing({
    operation: 'revokeGrant',
    about: 'a grant of company A',
    phase: 'still',
    ask: (world, prepared) => ({ method: 'DELETE', path: pathOf(world, prepared) }),
    prepare: makeGrant,
    rightful: () => ({ status: 204 }),
  }),
  thing({
    operation: 'previewGrant',
    about: 'what a grant would open for a member',
    phase: 'typed',
    ask: ({ a }) => ({
      method: 'POST',
      path: '/v1/grants/preview',
      body: { memberId: a.members.viewer, grant: { employees: [a.people.granted] } },
    }),
    rightful: ({ a }) => ({ status: 200, holds: [a.people.granted, '"numbers"'] }),
  }),
  list(
    {
      operation: 'previewGrant',
      about: 'what a grant of company A’s employee would open',
      phase: 'typed',
      ask: ({ a }) => ({
        method: 'POST',
        path: '/v1/grants/preview',
        body: { grant: { employees: [a.people.hiddenEmployee] } },
      }),
      rightful: ({ a }) => ({ status: 200, holds: [a.people.hiddenEmployee, '"employees":{"seen":1'] }),
    },
    ({ a }) => ({ status: 200, holds: ['"employees":{"seen":0'], allows: [a.people.hiddenEmployee] }),
  ),
  list(
    {
      operation: 'listCustomerTags',
      about: 'customer tags',
      ask: { method: 'GET', path: '/v1/customer-tags' },
      rightful: () => ({ status: 200, holds: ['"items"'] }),
    },
    () => ({ status: 200, holds: ['"items":[]'] }),
  ),
];
