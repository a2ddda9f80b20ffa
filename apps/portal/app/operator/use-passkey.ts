import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { useEffect, useState } from 'react';

const CSRF = { 'highwater-csrf': '1' };

async function askJson<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
  const answer = await fetch(path, { ...init, headers: { ...CSRF, ...init.headers } });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as Answer;
}

const post = (body: object, headers: Readonly<Record<string, string>> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

/** Signs in at the console with a passkey that the browser offers. Throws when it was not taken. */
export async function signInWithKey(): Promise<void> {
  const optionsJSON = await askJson<Parameters<typeof startAuthentication>[0]['optionsJSON']>(
    '/operator-auth/passkey/generate-authenticate-options',
  );
  const response = await startAuthentication({ optionsJSON });
  await askJson('/operator-auth/passkey/verify-authentication', post({ response }));
}

/** Adds this device's passkey by the token of a link, and signs in. Throws when it was not taken. */
export async function enrolKey(token: string): Promise<void> {
  const headers = { 'highwater-enrolment': token };
  const optionsJSON = await askJson<Parameters<typeof startRegistration>[0]['optionsJSON']>(
    '/operator-auth/passkey/generate-register-options',
    { headers },
  );
  const response = await startRegistration({ optionsJSON });
  await askJson('/operator-auth/passkey/verify-registration', post({ response, createSession: true }, headers));
}

/** One ceremony at a time, and whether the last one failed. Goes to `then`, loaded anew with its session. */
export function usePasskey(then: string) {
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
