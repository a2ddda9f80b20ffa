import { useEffect, useState } from 'react';

/** Where accounts of companies, and where those of operators, show their passkeys. */
type Door = '/auth' | '/operator-auth';
type Headers = Readonly<Record<string, string>>;

async function askJson<Answer>(path: string, headers: Headers = {}, body?: object): Promise<Answer> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const own = { 'highwater-csrf': '1', 'content-type': 'application/json' };
  const answer = await fetch(path, { ...init, headers: { ...headers, ...own } });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as Answer;
}

/** The library comes when it is needed: most sign-ins are without it. */
const library = () => import('@simplewebauthn/browser');
type Library = Awaited<ReturnType<typeof library>>;

/** Signs in with a passkey that the browser offers. Throws when it was not taken. */
export async function signInWithPasskey(door: Door): Promise<void> {
  const { startAuthentication } = await library();
  const optionsJSON = await askJson<Parameters<Library['startAuthentication']>[0]['optionsJSON']>(
    `${door}/passkey/generate-authenticate-options`,
  );
  const response = await startAuthentication({ optionsJSON });
  await askJson(`${door}/passkey/verify-authentication`, {}, { response });
}

async function addPasskey(door: Door, headers: Headers, details: object): Promise<void> {
  const { startRegistration } = await library();
  const optionsJSON = await askJson<Parameters<Library['startRegistration']>[0]['optionsJSON']>(
    `${door}/passkey/generate-register-options`,
    headers,
  );
  const response = await startRegistration({ optionsJSON });
  await askJson(`${door}/passkey/verify-registration`, headers, { response, ...details });
}

/** Adds a passkey of this device to the signed-in account. Throws when it was not taken. */
export const addOwnPasskey = (name: string): Promise<void> => addPasskey('/auth', {}, { name });

/** Adds this device's passkey to an operator's account by the token of a link, and signs in. Throws when it was not taken. */
export const enrolOperator = (token: string): Promise<void> =>
  addPasskey('/operator-auth', { 'highwater-enrolment': token }, { createSession: true });

/** One ceremony at a time, and whether the last one failed. Goes to `then`, loaded anew with its session. */
export function usePasskeyCeremony(then: string) {
  const [state, setState] = useState<'loading' | 'ready' | 'busy' | 'refused'>('loading');
  useEffect(() => setState('ready'), []);
  return {
    state,
    async run(ceremony: () => Promise<void>): Promise<void> {
      setState('busy');
      try {
        await ceremony();
        window.location.assign(then);
      } catch {
        setState('refused');
      }
    },
  };
}
