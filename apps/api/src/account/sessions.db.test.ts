import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { openBrowser } from '../testing/browser.ts';
import { makeCompany } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

const HOUR = 3_600_000;

let api: TestApi;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
});
afterAll(() => api.stop());

interface Sessions {
  readonly items: readonly { sessionId: string; isThis: boolean; browser: string | null; lastUsedAt: number }[];
}
const FIREFOX = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0' };

it('lists one’s sessions and ends one, or all others, and nobody else’s', async () => {
  const person = await api.signUp('Li');
  const { email, password } = person;
  const [second, third] = [openBrowser(api.app), openBrowser(api.app)];
  for (const browser of [second, third]) {
    await browser.ask('POST', '/auth/sign-in/email', { body: { email, password }, headers: FIREFOX });
  }
  const { items } = (await person.ask<Sessions>('GET', '/v1/me/sessions')).body;
  expect(items).toHaveLength(3);
  expect(items.filter(({ isThis }) => isThis)).toHaveLength(1);
  expect(items.filter(({ browser }) => browser === 'Firefox')).toHaveLength(2);

  const stranger = await api.signUp('Zhu');
  const [its] = (await second.ask<Sessions>('GET', '/v1/me/sessions')).body.items.filter(({ isThis }) => isThis);
  expect(await stranger.faultOf('DELETE', `/v1/me/sessions/${its?.sessionId}`)).toBe('thing.missing');
  expect((await second.ask('GET', '/v1/me')).status).toBe(200);
  expect((await person.ask('DELETE', `/v1/me/sessions/${its?.sessionId}`)).status).toBe(204);
  expect(await second.faultOf('GET', '/v1/me')).toBe('session.missing');
  expect((await third.ask('GET', '/v1/me')).status).toBe(200);
  expect((await person.ask('DELETE', '/v1/me/sessions')).status).toBe(204);
  expect(await third.faultOf('GET', '/v1/me')).toBe('session.missing');
  expect((await person.ask('GET', '/v1/me')).status).toBe(200);
});

it('ends a session that was not used for its time, or lasted for all of it', async () => {
  const sessionLimits = { idleMs: 24 * HOUR, absoluteMs: 60 * HOUR };
  const limited = await startApi(inject('superuser'), { sessionLimits });
  const [idle, busy] = [await limited.signUp('Idle'), await limited.signUp('Busy')];
  const statuses = [];
  for (let n = 0; n < 4; n += 1) {
    limited.clock.shift(20 * HOUR);
    statuses.push((await busy.ask('GET', '/v1/me')).status);
    if (n === 1) expect(await idle.faultOf('GET', '/v1/me')).toBe('session.missing');
  }
  expect(statuses).toEqual([200, 200, 401, 401]);
  expect(await limited.identityRows('SELECT id FROM session')).toEqual([]);
  await limited.stop();
});

it('writes sign-ins, failed ones and ended sessions into the logs of the person’s companies, and of no other', async () => {
  const { owner, admin } = await makeCompany(api);
  const other = await makeCompany(api);
  const { email, password } = admin;
  const browser = openBrowser(api.app);
  await browser.ask('POST', '/auth/sign-in/email', { body: { email, password: 'not the password' } });
  await browser.ask('POST', '/auth/sign-in/email', { body: { email, password } });
  await browser.ask('POST', '/auth/sign-out', { body: {} });
  const events = async (reader: typeof owner) => {
    const { body } = await reader.ask<{ items: { event: string; detail: object }[] }>('GET', '/v1/audit?limit=200');
    return body.items.filter(({ event }) => event.startsWith('session.')).map(({ event }) => event);
  };
  await vi.waitFor(async () =>
    expect((await events(owner)).filter((event) => event === 'session.refused')).toHaveLength(1),
  );
  expect((await events(owner)).toSorted()).toEqual(['session.ended', 'session.opened', 'session.refused']);
  expect(await events(other.owner)).toEqual([]);
});
