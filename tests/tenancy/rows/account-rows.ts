import { bySignOn, list, same, type Row } from '../cell.ts';

let wrongTries = 0;

/** Identity, and who one is. */
export const accountRows: readonly Row[] = [
  same(
    {
      operation: 'getMe',
      about: 'oneself',
      ask: { method: 'GET', path: '/v1/me' },
      rightful: ({ a }) => ({ status: 200, holds: [a.tenantId, a.name, a.members.owner] }),
    },
    200,
    ({ a, b }) => ({
      nobody: { status: 401 },
      ownerB: { status: 200, holds: [b.tenantId, b.name] },
      viewer: { status: 200, holds: [a.tenantId, a.people.granted] },
      bare: { status: 200, holds: [a.tenantId], lacks: [a.people.granted] },
    }),
  ),
  list(
    {
      operation: 'changeMe',
      about: 'one’s language',
      ask: { method: 'PATCH', path: '/v1/me', body: { language: 'en' } },
      rightful: ({ a }) => ({ status: 200, holds: [a.tenantId] }),
    },
    ({ b }) => ({ status: 200, holds: [b.tenantId] }),
    () => ({ viewer: { status: 200 }, bare: { status: 200 } }),
  ),
  same(
    {
      operation: 'createCompany',
      about: 'a company of one’s own',
      phase: 'last',
      ask: {
        method: 'POST',
        path: '/v1/me/companies',
        body: { name: '另一家', zone: 'Asia/Shanghai', language: 'zh-CN' },
      },
      rightful: () => ({ status: 201 }),
    },
    201,
    // Who is known to one company only, by its provider, has none of their own.
    () => ({ nobody: { status: 401 }, ...bySignOn({ status: 403 }) }),
  ),
  same(
    {
      operation: 'POST /auth/sign-up/email',
      about: 'an address that has an account',
      ask: ({ people }) => ({
        method: 'POST',
        path: '/auth/sign-up/email',
        body: { name: 'Somebody', email: people.ownerA.email },
      }),
      // Whoever reads the mails of an address learns whether there is an account: nobody else does.
      askRightly: ({ madeUp }) => ({
        method: 'POST',
        path: '/auth/sign-up/email',
        body: { name: 'Somebody', email: `${madeUp.word('new-')}@tenancy.highwater.example`.toLowerCase() },
      }),
      rightful: () => ({ actor: 'anybody', status: 200 }),
    },
    200,
  ),
  same(
    {
      operation: 'POST /auth/sign-in/email',
      about: 'somebody’s address with a wrong password',
      // An account has ten wrong tries an hour: the askers share out four of them.
      ask: ({ people: { ownerA, viewer, removed, leaving } }) => {
        wrongTries += 1;
        const { email } = [ownerA, viewer, removed, leaving][wrongTries % 4] ?? ownerA;
        return { method: 'POST', path: '/auth/sign-in/email', body: { email, password: 'not the password' } };
      },
      askRightly: ({ people: { revoked } }) => ({
        method: 'POST',
        path: '/auth/sign-in/email',
        body: { email: revoked.email, password: revoked.password },
      }),
      rightful: () => ({ actor: 'visitor', status: 200 }),
    },
    401,
  ),
  same(
    {
      operation: 'GET /auth/get-session',
      about: 'one’s session',
      ask: { method: 'GET', path: '/auth/get-session' },
      rightful: ({ people }) => ({ status: 200, holds: [people.ownerA.email] }),
    },
    200,
    ({ people }) => ({
      ownerB: { status: 200, holds: [people.ownerB.email] },
      ...bySignOn({ status: 200, holds: ['@sso.invalid'], lacks: [people.ownerB.email] }),
      viewer: { status: 200, holds: [people.viewer.email] },
      looker: { status: 200, holds: [people.looker.email] },
      keyOfB: { status: 200, lacks: [people.ownerB.email] },
    }),
  ),
  same(
    {
      operation: 'POST /auth/sign-out',
      about: 'one’s session',
      phase: 'last',
      ask: { method: 'POST', path: '/auth/sign-out', body: {} },
      rightful: () => ({ actor: 'leaving', status: 200 }),
    },
    200,
  ),
];
