import { same, type Row } from '../cell.ts';
import type { Ask } from '../session.ts';
import { createSoftwarePasskey } from '../software-passkey.ts';
import type { World } from '../world.ts';

const PATH = '/operator-auth/passkey';
const DOOR = '/operator-auth/development-door';
/** As pages of the console send it: others are refused before anything is looked at. */
const post = ({ operatorUrl }: World, path: string, body: object): Ask => ({
  method: 'POST',
  path,
  body,
  headers: { origin: operatorUrl },
});

interface Enrolling {
  readonly headers: Readonly<Record<string, string>>;
  readonly response: object;
  readonly passkey: ReturnType<typeof createSoftwarePasskey>;
}

/** Somebody with an enrolment link and a passkey that signed its challenge. */
async function beginEnrolment({ actors, operatorUrl, enrolOperator }: World): Promise<Enrolling> {
  const token = await enrolOperator();
  const session = actors.nobody.fresh().saying({ 'highwater-enrolment': token, origin: operatorUrl });
  const options = await session.get<object>(`${PATH}/generate-register-options`);
  const passkey = createSoftwarePasskey(operatorUrl);
  const headers = { 'highwater-enrolment': token, origin: operatorUrl, cookie: session.cookieLine() };
  return { headers, response: passkey.create(options), passkey };
}

/** The doors of the console: none of them opens to anybody of a company. */
export const operatorDoorRows: readonly Row[] = [
  same(
    {
      operation: `GET ${PATH}/generate-authenticate-options`,
      about: 'a challenge to sign',
      ask: { method: 'GET', path: `${PATH}/generate-authenticate-options` },
      rightful: () => ({ actor: 'visitor', status: 200, holds: ['"challenge"'] }),
    },
    200,
  ),
  same(
    {
      operation: `POST ${PATH}/verify-authentication`,
      about: 'a passkey that nobody has',
      tellsApart: true,
      ask: (world) => post(world, `${PATH}/verify-authentication`, { response: { id: 'none' } }),
      async askRightly(world) {
        const { headers, response, passkey } = await beginEnrolment(world);
        const { actors, operatorUrl } = world;
        const enrolling = actors.nobody.fresh().saying(headers);
        await enrolling.send('POST', `${PATH}/verify-registration`, { response });
        const session = actors.nobody.fresh().saying({ origin: operatorUrl });
        const options = await session.get<object>(`${PATH}/generate-authenticate-options`);
        const signed = post(world, `${PATH}/verify-authentication`, { response: passkey.get(options) });
        return { ...signed, headers: { cookie: session.cookieLine(), origin: operatorUrl } };
      },
      rightful: () => ({ actor: 'visitor', status: 200 }),
    },
    // With or without a challenge that was asked for before.
    [400, 401],
  ),
  same(
    {
      operation: `GET ${PATH}/generate-register-options`,
      about: 'a passkey for the console, without a link',
      ask: { method: 'GET', path: `${PATH}/generate-register-options` },
      async askRightly({ enrolOperator }) {
        const headers = { 'highwater-enrolment': await enrolOperator() };
        return { method: 'GET', path: `${PATH}/generate-register-options`, headers };
      },
      rightful: () => ({ actor: 'visitor', status: 200, holds: ['"challenge"'] }),
    },
    410,
  ),
  same(
    {
      operation: `POST ${PATH}/verify-registration`,
      about: 'a passkey for the console, without a link',
      ask: (world) => post(world, `${PATH}/verify-registration`, { response: { id: 'none' } }),
      async askRightly(world) {
        const { headers, response } = await beginEnrolment(world);
        return { ...post(world, `${PATH}/verify-registration`, { response }), headers };
      },
      rightful: () => ({ actor: 'visitor', status: 200 }),
    },
    400,
  ),
  same(
    {
      operation: `POST ${DOOR}`,
      about: 'the console by a wrong word',
      ask: (world) => post(world, DOOR, { email: world.people.operator.email, word: 'not the word' }),
      askRightly: (world) => post(world, DOOR, { email: world.people.operator.email, word: world.doorWord }),
      rightful: () => ({ actor: 'visitor', status: 200 }),
    },
    404,
  ),
  same(
    {
      operation: 'POST /operator-auth/sign-out',
      about: 'one’s session of the console',
      phase: 'last',
      ask: (world) => post(world, '/operator-auth/sign-out', {}),
      rightful: () => ({ actor: 'operatorRightful', status: 200 }),
    },
    200,
  ),
];
