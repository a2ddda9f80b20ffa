import type { SecretPurpose } from '../corp/secrets.ts';
import type { Simulator } from '../server/create-simulator.ts';
import { createReadyCorp, createTestClock, fetchToken } from './call-simulator.ts';

export type Answer = Readonly<Record<string, unknown>> & { readonly errcode: number; readonly errmsg: string };

export async function callApi(
  simulator: Simulator,
  path: string,
  token: unknown,
  body?: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const [name, query = ''] = path.split('?');
  const url = `/cgi-bin/${name}?access_token=${String(token)}&${query}`;
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  return (await simulator.app.request(url, init)).json();
}

/** A corp that can be asked for people and rooms with each of its secrets. */
export async function openContacts() {
  const clock = createTestClock();
  const { simulator, corp } = createReadyCorp(clock);
  const tokens = new Map<SecretPurpose, string>();
  const tokenOf = async (purpose: SecretPurpose): Promise<string> => {
    const known = tokens.get(purpose);
    if (known !== undefined) return known;
    const token = String((await fetchToken(simulator, corp.corpId, corp.secrets[purpose]))['access_token']);
    tokens.set(purpose, token);
    return token;
  };
  const ask = async (purpose: SecretPurpose, path: string, body?: Readonly<Record<string, unknown>>) =>
    callApi(simulator, path, await tokenOf(purpose), body);
  return { clock, simulator, corp, tokenOf, ask };
}
