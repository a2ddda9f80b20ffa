import { list, thing, type Row } from '../cell.ts';
import type { World } from '../world.ts';

const grants = ({ a }: World): string => `/v1/members/${a.members.viewer}/grants`;

/** Something of a name that nobody has yet. */
async function makeRole({ actors }: World): Promise<Record<string, string>> {
  const body = { name: `role ${Math.random()}`, actions: ['view'], reach: 'granted' };
  return actors.owner.send('POST', '/v1/roles', body);
}

/** A grant of the bare viewer that changes nothing of what it sees: it has run out when it is used. */
async function makeGrant({ actors, a }: World): Promise<Record<string, string>> {
  const path = `/v1/members/${a.members.leaving}/grants`;
  const body = { employees: [a.people.granted], note: `for a row ${Math.random()}` };
  const { grants: all } = await actors.owner.send<{ grants: { grantId: string; note: string }[] }>('POST', path, body);
  return { grantId: all.find(({ note }) => note === body.note)?.grantId ?? '' };
}

/** Who may do what: roles, grants, and what is shown of them. */
export const rightRows: readonly Row[] = [
  thing({
    operation: 'getMember',
    about: 'a member with its grants',
    ask: ({ a }) => ({ method: 'GET', path: `/v1/members/${a.members.viewer}` }),
    rightful: ({ a, people }) => ({ status: 200, holds: [a.members.viewer, people.viewer.email, a.people.granted] }),
  }),
  thing({
    operation: 'changeMember',
    about: 'which employee a member is',
    phase: 'still',
    ask: ({ a }) => ({
      method: 'PATCH',
      path: `/v1/members/${a.members.leaving}`,
      body: { personKey: a.people.roommate },
    }),
    rightful: ({ a }) => ({ status: 200, holds: [a.members.leaving, a.people.roommate] }),
  }),
  thing({
    operation: 'viewAs',
    about: 'what a member sees',
    ask: ({ a }) => ({ method: 'GET', path: `/v1/members/${a.members.viewer}/view-as` }),
    rightful: ({ a }) => ({ status: 200, holds: [a.lines.seenPair.conversationId, '"hiddenFromYou":0'] }),
  }),
  list(
    {
      operation: 'listRoles',
      about: 'roles',
      ask: { method: 'GET', path: '/v1/roles' },
      rightful: ({ a }) => ({ status: 200, holds: [a.made.roleId, a.made.roleName] }),
    },
    () => ({ status: 200, holds: ['"role":"owner"'] }),
  ),
  list(
    {
      operation: 'createRole',
      about: 'a role of a name that company A has',
      phase: 'typed',
      ask: ({ a }) => ({
        method: 'POST',
        path: '/v1/roles',
        body: { name: a.made.roleName, actions: ['view'], reach: 'granted' },
      }),
      rightful: () => ({ status: 409, holds: ['role.name_taken'] }),
    },
    ({ a }) => ({ status: 201, holds: ['"role":"custom"'], allows: [a.made.roleName] }),
  ),
  thing({
    operation: 'changeRole',
    about: 'a role of company A',
    ask: ({ a }) => ({ method: 'PATCH', path: `/v1/roles/${a.made.roleId}`, body: { actions: ['view'] } }),
    rightful: ({ a }) => ({ status: 200, holds: [a.made.roleId, a.made.roleName] }),
  }),
  thing({
    operation: 'removeRole',
    about: 'a role that nobody has',
    phase: 'still',
    prepare: makeRole,
    ask: (_world, { roleId = 'none' }) => ({ method: 'DELETE', path: `/v1/roles/${roleId}` }),
    rightful: () => ({ status: 204 }),
  }),
  thing({
    operation: 'listGrants',
    about: 'the grants of a member',
    ask: (world) => ({ method: 'GET', path: grants(world) }),
    rightful: ({ a }) => ({ status: 200, holds: [a.made.grantId, a.people.granted] }),
  }),
  thing({
    operation: 'addGrant',
    about: 'a further grant of a member',
    phase: 'still',
    ask: ({ a }) => ({
      method: 'POST',
      path: `/v1/members/${a.members.leaving}/grants`,
      body: { employees: [a.people.roommate] },
    }),
    rightful: ({ a }) => ({ status: 201, holds: [a.members.leaving, a.people.roommate] }),
  }),
  thing({
    operation: 'changeGrant',
    about: 'a grant of a member',
    phase: 'still',
    prepare: makeGrant,
    ask: ({ a }, { grantId = 'none' }) => ({
      method: 'PUT',
      path: `/v1/members/${a.members.leaving}/grants/${grantId}`,
      body: { employees: [a.people.roommate] },
    }),
    rightful: ({ a }) => ({ status: 200, holds: [a.members.leaving, a.people.roommate] }),
  }),
  thing({
    operation: 'revokeGrant',
    about: 'a grant of a member',
    phase: 'still',
    prepare: makeGrant,
    ask: ({ a }, { grantId = 'none' }) => ({
      method: 'DELETE',
      path: `/v1/members/${a.members.leaving}/grants/${grantId}`,
    }),
    rightful: () => ({ status: 204 }),
  }),
  list(
    {
      operation: 'previewGrant',
      about: 'what a grant of company A’s employee would open',
      ask: ({ a }) => ({
        method: 'POST',
        path: '/v1/grants/preview',
        body: { grant: { employees: [a.people.hiddenEmployee] } },
      }),
      rightful: ({ a }) => ({ status: 200, holds: [a.people.hiddenEmployee, '"seen":1'] }),
    },
    ({ a }) => ({ status: 422, lacks: ['"seen":1'], allows: [a.people.hiddenEmployee] }),
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
