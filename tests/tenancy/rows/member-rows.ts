import { ACTORS } from '../actors.ts';
import { list, same, thing, type Row } from '../cell.ts';
import type { World } from '../world.ts';

const offerOf = ({ a, people }: World): string[] => [a.name, people.ownerA.name, people.open.email];

/** Members, grants, invitations and the audit log. */
export const memberRows: readonly Row[] = [
  list(
    {
      operation: 'listMembers',
      about: 'members',
      ask: { method: 'GET', path: '/v1/members?limit=200' },
      rightful: ({ a, people }) => ({
        status: 200,
        holds: [...Object.values(a.members), people.viewer.email, a.people.granted],
      }),
    },
    ({ people }) => ({ status: 200, holds: [people.ownerB.email] }),
  ),
  thing({
    operation: 'setGrant',
    about: 'the grant of a viewer',
    phase: 'still',
    ask: ({ a }) => ({
      method: 'PUT',
      path: `/v1/grants/${a.members.bare}`,
      body: { employees: [a.people.hiddenEmployee] },
    }),
    rightful: ({ a }) => ({ status: 200, holds: [a.members.bare, a.people.hiddenEmployee] }),
  }),
  list(
    {
      operation: 'listDepartments',
      about: 'the department tree',
      ask: { method: 'GET', path: '/v1/departments?limit=200' },
      rightful: ({ a }) => ({ status: 200, holds: [a.departmentName, a.connectionId] }),
    },
    () => ({ status: 200, holds: ['"items":[]'] }),
  ),
  thing({
    operation: 'removeMember',
    about: 'a member',
    phase: 'still',
    ask: ({ a }) => ({ method: 'DELETE', path: `/v1/members/${a.members.leaving}` }),
    rightful: () => ({ status: 204 }),
  }),
  list(
    {
      operation: 'listInvitations',
      about: 'invitations',
      ask: { method: 'GET', path: '/v1/invitations?limit=200' },
      rightful: ({ a, people }) => ({
        status: 200,
        holds: [a.invitations.open.invitationId, people.open.email, people.revoked.email, people.expired.email],
      }),
    },
    () => ({ status: 200, holds: ['"items":[]'] }),
  ),
  list(
    {
      operation: 'createInvitation',
      about: 'an invitation to a member of company A',
      phase: 'typed',
      ask: ({ people, a }) => ({
        method: 'POST',
        path: '/v1/invitations',
        body: { email: people.leaving.email, role: 'viewer', employees: [a.people.granted], language: 'en' },
      }),
      rightful: () => ({ status: 409, holds: ['member.exists'] }),
    },
    // Company B learns nothing of who is whose member: to it the address is like any other.
    ({ people, a }) => ({
      status: 201,
      holds: ['invitationId'],
      lacks: ['member.exists'],
      allows: [people.leaving.email, a.people.granted],
    }),
  ),
  thing({
    operation: 'revokeInvitation',
    about: 'an open invitation',
    phase: 'still',
    ask: ({ a }) => ({ method: 'DELETE', path: `/v1/invitations/${a.invitations.spare.invitationId}` }),
    rightful: () => ({ status: 204 }),
  }),
  same(
    {
      operation: 'getInvitationOffer',
      about: 'an open invitation, by its token',
      tellsApart: true,
      ask: ({ a }) => ({ method: 'GET', path: `/v1/invitations/token/${a.invitations.open.token}` }),
      rightful: (world) => ({ actor: 'invitee', status: 200, holds: offerOf(world) }),
    },
    200,
    (world) => {
      // Whoever holds the token reads the offer, as before signing up; it holds nothing else.
      const offer = { status: 200, holds: offerOf(world), allows: offerOf(world) };
      const people = ACTORS.filter((actor) => !/^(revokedK|k)ey|^support/.test(actor));
      return Object.fromEntries(people.map((actor) => [actor, offer]));
    },
  ),
  ...(['revoked', 'expired'] as const).flatMap((state): Row[] => [
    same(
      {
        operation: 'getInvitationOffer',
        about: `a ${state} invitation, by its token`,
        tellsApart: true,
        ask: ({ a }) => ({ method: 'GET', path: `/v1/invitations/token/${a.invitations[state].token}` }),
        rightful: () => ({ actor: 'anybody', status: 410 }),
      },
      410,
    ),
    same(
      {
        operation: 'acceptInvitation',
        about: `a ${state} invitation`,
        tellsApart: true,
        ask: ({ a }) => ({
          method: 'POST',
          path: '/v1/invitations/accept',
          body: { token: a.invitations[state].token },
        }),
        rightful: () => ({ actor: 'invitee', status: 403 }),
      },
      403,
      () => ({ nobody: { status: 401 }, [state]: { status: 410 } }),
    ),
  ]),
  same(
    {
      operation: 'acceptInvitation',
      about: 'an open invitation to somebody else',
      tellsApart: true,
      phase: 'still',
      ask: ({ a }) => ({ method: 'POST', path: '/v1/invitations/accept', body: { token: a.invitations.open.token } }),
      rightful: ({ a }) => ({ actor: 'invitee', status: 200, holds: [a.tenantId] }),
    },
    403,
    () => ({ nobody: { status: 401 } }),
  ),
];
