import { bySignOn, list, same, thing, type Row } from '../cell.ts';
import { appCodeOf } from '../app-code.ts';
import type { World } from '../world.ts';

/** Shows the owner's password again: the owner signed in days ago. */
async function proveOwner({ actors, people }: World): Promise<Record<string, string>> {
  await actors.owner.send('POST', '/v1/me/proof', { proof: people.ownerA.password });
  return {};
}

const NOBODY = () => ({ nobody: { status: 401 } });
const missing = (row: Parameters<typeof same>[0]): Row => same(row, 404, NOBODY);
/** Password and factors of who comes by a provider are the provider's. */
const NO_ACCOUNT = () => ({ ...NOBODY(), ...bySignOn({ status: 403 }) });
const missingFactor = (row: Parameters<typeof same>[0]): Row => same(row, 404, NO_ACCOUNT);

/** One's own account: everybody has one, and nobody reaches another's. */
export const securityRows: readonly Row[] = [
  same(
    {
      operation: 'listSessions',
      about: 'one’s sessions',
      ask: { method: 'GET', path: '/v1/me/sessions' },
      rightful: () => ({ status: 200, holds: ['"isThis":true'] }),
    },
    200,
    NOBODY,
  ),
  missing({
    operation: 'endSession',
    about: 'a session of the owner',
    phase: 'still',
    async prepare({ actors, people }) {
      const { email, password } = people.ownerA;
      const other = actors.nobody.fresh();
      await other.send('POST', '/auth/sign-in/email', { email, password });
      const { items } = await other.get<{ items: { sessionId: string; isThis: boolean }[] }>('/v1/me/sessions');
      return { sessionId: items.find(({ isThis }) => isThis)?.sessionId ?? '' };
    },
    ask: (_world, { sessionId = 'none' }) => ({ method: 'DELETE', path: `/v1/me/sessions/${sessionId}` }),
    rightful: () => ({ status: 204 }),
  }),
  same(
    {
      operation: 'getSecurity',
      about: 'how one’s account is secured',
      ask: { method: 'GET', path: '/v1/me/security' },
      rightful: ({ a }) => ({ status: 200, holds: ['"hasPassword":true', a.made.passkeyId] }),
    },
    200,
    () => ({ nobody: { status: 401 }, ownerB: { status: 200, holds: ['"passkeys":[]'] } }),
  ),
  same(
    {
      operation: 'prove',
      about: 'the owner’s password',
      ask: ({ people }) => ({ method: 'POST', path: '/v1/me/proof', body: { proof: people.ownerA.password } }),
      rightful: () => ({ status: 204 }),
    },
    422,
    NOBODY,
  ),
  missing({
    operation: 'renamePasskey',
    about: 'a passkey of the owner',
    ask: ({ a }) => ({ method: 'PATCH', path: `/v1/me/passkeys/${a.made.passkeyId}`, body: { name: 'Laptop' } }),
    rightful: () => ({ status: 204 }),
  }),
  list(
    {
      operation: 'getFactorRule',
      about: 'whether a second factor is demanded',
      ask: { method: 'GET', path: '/v1/settings/second-factor' },
      rightful: () => ({ status: 200, holds: ['"mayChange":true'] }),
    },
    () => ({ status: 200, holds: ['"required":false'] }),
    () => ({
      viewer: { status: 200, holds: ['"mayChange":false'] },
      bare: { status: 200, holds: ['"mayChange":false'] },
    }),
  ),
  list(
    {
      operation: 'changeFactorRule',
      about: 'whether a second factor is demanded',
      phase: 'still',
      ask: { method: 'PUT', path: '/v1/settings/second-factor', body: { required: false } },
      rightful: () => ({ status: 200, holds: ['"required":false'] }),
    },
    () => ({ status: 200, holds: ['"required":false'] }),
  ),
  missingFactor({
    operation: 'removePasskey',
    about: 'a passkey of the owner',
    phase: 'last',
    async prepare(world) {
      // Whoever takes a factor away has shown the password since signing in.
      const { people, actors } = world;
      const names = [
        'ownerB',
        'stranger',
        'removed',
        'viewer',
        'bare',
        'demoted',
        'lapsed',
        'looker',
        'billing',
      ] as const;
      for (const name of [...names, 'revoked', 'expired'] as const) {
        await actors[name].send('POST', '/v1/me/proof', { proof: people[name].password });
      }
      return proveOwner(world);
    },
    ask: ({ a }) => ({ method: 'DELETE', path: `/v1/me/passkeys/${a.made.passkeyId}` }),
    rightful: () => ({ status: 204 }),
  }),
  missingFactor({
    operation: 'removeTotp',
    about: 'an authenticator app, where there is none',
    phase: 'last',
    ask: { method: 'DELETE', path: '/v1/me/totp' },
    async prepare({ actors, people }) {
      await withApp(actors.leaving, people.leaving.password);
      return {};
    },
    rightful: () => ({ actor: 'leaving', status: 204 }),
  }),
  missingFactor({
    operation: 'renewRecoveryCodes',
    about: 'recovery codes, where there is no factor',
    phase: 'last',
    ask: { method: 'POST', path: '/v1/me/recovery-codes', body: {} },
    async prepare({ actors, people }) {
      await withApp(actors.leaving, people.leaving.password);
      return {};
    },
    rightful: () => ({ actor: 'leaving', status: 200, holds: ['"codes":["'] }),
  }),
  same(
    {
      operation: 'beginTotp',
      about: 'an authenticator app of one’s own',
      phase: 'last',
      prepare: proveOwner,
      ask: { method: 'POST', path: '/v1/me/totp', body: {} },
      rightful: () => ({ status: 200, holds: ['otpauth://'] }),
    },
    200,
    NO_ACCOUNT,
  ),
  same(
    {
      operation: 'confirmTotp',
      about: 'a code of the owner’s app',
      phase: 'last',
      async prepare(world) {
        await proveOwner(world);
        const { secret } = await world.actors.owner.send<{ secret: string }>('POST', '/v1/me/totp', {});
        return { code: await appCodeOf(secret) };
      },
      ask: (_world, { code = '000000' }) => ({ method: 'POST', path: '/v1/me/totp/confirm', body: { code } }),
      rightful: () => ({ status: 200, holds: ['"codes":["'] }),
    },
    422,
    NO_ACCOUNT,
  ),
  // Whoever has no second factor is not told whether there is such a member.
  thing(
    {
      operation: 'resetFactors',
      about: 'the second factors of a member',
      phase: 'last',
      ask: ({ a }) => ({ method: 'POST', path: `/v1/members/${a.members.auditor}/factor-reset`, body: {} }),
      rightful: () => ({ status: 204 }),
    },
    () => ({
      ownerB: { status: 409, holds: ['factor.own_first'] },
      // Came with a factor of the provider's.
      signedOnB: { status: 404 },
    }),
  ),
  same(
    {
      operation: 'changePassword',
      about: 'one’s password',
      phase: 'last',
      prepare: proveOwner,
      ask: { method: 'PUT', path: '/v1/me/password', body: { password: 'another password that is long enough' } },
      rightful: () => ({ status: 204 }),
    },
    204,
    NO_ACCOUNT,
  ),
  same(
    {
      operation: 'endOtherSessions',
      about: 'one’s other sessions',
      phase: 'last',
      ask: { method: 'DELETE', path: '/v1/me/sessions' },
      rightful: () => ({ status: 204 }),
    },
    204,
    NOBODY,
  ),
];

/** An authenticator app that counts, on somebody's account; again does nothing. */
async function withApp(session: World['actors']['owner'], password: string): Promise<void> {
  const security = await session.get<{ totpSince: number | null }>('/v1/me/security');
  await session.send('POST', '/v1/me/proof', { proof: password });
  if (security.totpSince !== null) return;
  const { secret } = await session.send<{ secret: string }>('POST', '/v1/me/totp', {});
  await session.send('POST', '/v1/me/totp/confirm', { code: await appCodeOf(secret) });
}
