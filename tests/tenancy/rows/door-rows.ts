import { readMailedToken } from '@highwater/testkit';
import { appCodeOf } from '../app-code.ts';
import { bySignOn, same, type Prepared, type Row } from '../cell.ts';
import { invite } from '../mails.ts';
import type { Ask, Session } from '../session.ts';
import { createSoftwarePasskey } from '../software-passkey.ts';
import type { World } from '../world.ts';

const PASSWORD = 'a password that is long enough';
const NO_TOKEN = 'AAAAAAAAAAAAAAAAAAAAAA';
const post = (path: string, body: object): Ask => ({ method: 'POST', path, body });

function newEmail({ madeUp }: World): string {
  return `${madeUp.word('door-')}@tenancy.highwater.example`.toLowerCase();
}

/** Somebody new with an account, signed in. */
async function signUp(world: World): Promise<{ readonly session: Session; readonly email: string }> {
  const session = world.actors.nobody.fresh();
  const email = newEmail(world);
  await session.signUp({ name: 'Somebody', email, password: PASSWORD });
  return { session, email };
}

/** The cookies of a sign-in that waits for its second step, and what that step takes. */
async function waitForSecondStep(world: World): Promise<Prepared> {
  const { session, email } = await signUp(world);
  const { secret } = await session.send<{ secret: string }>('POST', '/v1/me/totp', {});
  // Codes are taken once each: the one of the minute before is used up here.
  const before = await appCodeOf(secret, Date.now() - 30_000);
  const { codes } = await session.send<{ codes: string[] }>('POST', '/v1/me/totp/confirm', { code: before });
  const waiting = world.actors.nobody.fresh();
  await waiting.ask(post('/auth/sign-in/email', { email, password: PASSWORD }));
  return { cookie: waiting.cookieLine(), code: await appCodeOf(secret), recovery: codes[0] ?? '' };
}

function secondStep(path: string, wrong: string, right: 'code' | 'recovery'): Row {
  return same(
    {
      operation: `POST ${path}`,
      about: 'the second step of a sign-in that nobody began',
      tellsApart: true,
      prepare: waitForSecondStep,
      ask: post(path, { code: wrong }),
      askRightly: (_world, prepared) => ({
        ...post(path, { code: prepared[right] ?? '' }),
        headers: { cookie: prepared['cookie'] ?? '' },
      }),
      rightful: () => ({ actor: 'visitor', status: 200 }),
    },
    // Codes are not to be guessed: an address has few tries. From the console's host nothing is sent here, if it gets as far.
    [401, 429],
    () => ({ operator: { status: [401, 403, 429] } }),
  );
}

/** A mailed link's token is all that these ask for: a made-up one opens nothing. */
function mailed(
  operation: string,
  about: string,
  status: number,
  { prepare, body = {} }: { readonly prepare: (world: World) => Promise<Prepared>; readonly body?: object },
): Row {
  const [, path = ''] = operation.split(' ');
  return same(
    {
      operation,
      about,
      tellsApart: true,
      prepare,
      ask: post(path, { token: NO_TOKEN, password: PASSWORD, ...body }),
      askRightly: (_world, { token = '' }) => post(path, { token, password: PASSWORD, ...body }),
      rightful: () => ({ actor: 'visitor', status: 200 }),
    },
    status,
  );
}

/** The doors: what is asked before anybody is signed in, at the portal and at the console. */
export const doorRows: readonly Row[] = [
  mailed('POST /auth/sign-up/complete', 'a link of a sign-up that nobody asked for', 410, {
    async prepare(world) {
      const { nobody } = world.actors;
      const email = newEmail(world);
      await nobody.send('POST', '/auth/sign-up/email', { name: 'Somebody', email });
      return { token: await readMailedToken(nobody, email, 'sign-up') };
    },
  }),
  mailed('POST /auth/sign-up/invited', 'an invitation that nobody wrote', 404, {
    body: { name: 'Somebody' },
    async prepare(world) {
      const { token } = await invite(world.actors.owner, newEmail(world), 'admin', []);
      return { token };
    },
  }),
  mailed('POST /auth/reset-password', 'a link of a reset that nobody asked for', 410, {
    async prepare(world) {
      const { session, email } = await signUp(world);
      await session.send('POST', '/auth/request-password-reset', { email });
      return { token: await readMailedToken(session, email, 'reset-password') };
    },
  }),
  same(
    {
      operation: 'POST /auth/request-password-reset',
      about: 'a link for somebody else’s address',
      ask: ({ people }) => post('/auth/request-password-reset', { email: people.bare.email }),
      askRightly: ({ people }) => post('/auth/request-password-reset', { email: people.revoked.email }),
      rightful: () => ({ actor: 'visitor', status: 200 }),
    },
    200,
  ),
  secondStep('/auth/two-factor/verify-totp', '000000', 'code'),
  secondStep('/auth/two-factor/verify-backup-code', 'aaaaa-aaaaa', 'recovery'),
  same(
    {
      operation: 'GET /auth/passkey/generate-authenticate-options',
      about: 'a challenge to sign',
      ask: { method: 'GET', path: '/auth/passkey/generate-authenticate-options' },
      rightful: () => ({ actor: 'visitor', status: 200, holds: ['"challenge"'] }),
    },
    200,
  ),
  same(
    {
      operation: 'POST /auth/passkey/verify-authentication',
      about: 'a passkey that nobody has',
      tellsApart: true,
      ask: post('/auth/passkey/verify-authentication', { response: { id: 'none' } }),
      async askRightly(world) {
        const passkey = createSoftwarePasskey(world.portalUrl);
        const { session } = await signUp(world);
        await session.send('POST', '/auth/passkey/verify-registration', {
          response: passkey.create(await session.get('/auth/passkey/generate-register-options')),
          name: 'Laptop',
        });
        const options = await world.actors.visitor.get<object>('/auth/passkey/generate-authenticate-options');
        return post('/auth/passkey/verify-authentication', { response: passkey.get(options) });
      },
      rightful: () => ({ actor: 'visitor', status: 200 }),
    },
    // With or without a challenge that was asked for before.
    [400, 401],
  ),
  same(
    {
      operation: 'GET /auth/passkey/generate-register-options',
      about: 'a challenge for a passkey of one’s own',
      async prepare({ actors, people }) {
        await actors.owner.send('POST', '/v1/me/proof', { proof: people.ownerA.password });
        return {};
      },
      ask: { method: 'GET', path: '/auth/passkey/generate-register-options' },
      rightful: ({ people }) => ({ status: 200, holds: ['"challenge"', people.ownerA.email] }),
    },
    200,
    () => ({ nobody: { status: 401 }, ...bySignOn({ status: 403 }) }),
  ),
  same(
    {
      operation: 'POST /auth/passkey/verify-registration',
      about: 'a passkey that signed nothing',
      ask: post('/auth/passkey/verify-registration', { response: { id: 'none' }, name: 'Laptop' }),
      async askRightly(world) {
        const { session } = await signUp(world);
        const options = await session.get<object>('/auth/passkey/generate-register-options');
        const response = createSoftwarePasskey(world.portalUrl).create(options);
        const headers = { cookie: session.cookieLine() };
        return { ...post('/auth/passkey/verify-registration', { response, name: 'Laptop' }), headers };
      },
      rightful: () => ({ actor: 'visitor', status: 200 }),
    },
    400,
    () => ({ nobody: { status: 401 }, ...bySignOn({ status: 403 }) }),
  ),
];
