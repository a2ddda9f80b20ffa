import { useEffect, useState } from 'react';

const HEADERS = { 'highwater-csrf': '1', 'content-type': 'application/json' };

async function askJson<Answer>(path: string, body?: object): Promise<Answer> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(path, { ...init, headers: HEADERS });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as Answer;
}

/** The library comes when it is needed: most sign-ins are without it. */
const library = () => import('@simplewebauthn/browser');
type Library = Awaited<ReturnType<typeof library>>;

/** Signs in with a passkey that the browser offers. Throws when it was not taken. */
export async function signInWithPasskey(): Promise<void> {
  const { startAuthentication } = await library();
  const optionsJSON = await askJson<Parameters<Library['startAuthentication']>[0]['optionsJSON']>(
    '/auth/passkey/generate-authenticate-options',
  );
  const response = await startAuthentication({ optionsJSON });
  await askJson('/auth/passkey/verify-authentication', { response });
}

/** Adds a passkey of this device to the signed-in account. Throws when it was not taken. */
export async function addPasskey(name: string): Promise<void> {
  const { startRegistration } = await library();
  const optionsJSON = await askJson<Parameters<Library['startRegistration']>[0]['optionsJSON']>(
    '/auth/passkey/generate-register-options',
  );
  const response = await startRegistration({ optionsJSON });
  await askJson('/auth/passkey/verify-registration', { response, name });
}

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
