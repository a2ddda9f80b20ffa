import type { MediaId } from '@highwater/domain';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { joinCompany, makeCompany, type Company } from '../testing/company.ts';
import { askWithKey } from '../testing/program.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { openFolder, storeMedia } from '../testing/stored-files.ts';
import { startTalk, type Talk } from '../testing/talk.ts';

/** Many chunks of a sealed object. */
const FILM = Buffer.alloc(1_000_000, 'film ');
/** What is under way has ended by then. */
const SOON_MS = 4_900;
const HOUR_MS = 3_600_000;

let api: TestApi;
let company: Company;
let talk: Talk;
let mediaId: MediaId | undefined;
let stop: () => Promise<void>;
beforeAll(async () => {
  const folder = await openFolder();
  api = await startApi(inject('superuser'), { objects: folder.objects });
  stop = () => api.stop().finally(() => folder.remove());
  company = await makeCompany(api);
  talk = await startTalk(api, company);
  const file = { md5sum: 'd', filename: 'film.mp4', fileext: 'mp4', filesize: 9, sdkfileid: 'Ct' };
  [mediaId] = (await talk.say({ from: 'linxiaoyu', to: ['chenjie'], body: { msgtype: 'file', file } })).mediaIds;
  if (mediaId !== undefined) await storeMedia(api, company.tenantId, mediaId, FILM, 'video/mp4');
});
afterAll(() => stop());

const viewer = () => joinCompany(api, company.owner, company.tenantId, { role: 'viewer', employees: ['linxiaoyu'] });

async function memberIdOf(person: Browser): Promise<string> {
  const { body } = await company.owner.ask<{ items: readonly { email: string; memberId: string }[] }>(
    'GET',
    '/v1/members?limit=100',
  );
  return body.items.find(({ email }) => email === person.email)?.memberId ?? 'nobody';
}

/** Bytes that still come when something happens after the first of them, and whether it ended in the middle. */
async function readOn(answer: Response, happens: () => Promise<unknown>): Promise<[bytes: number, isCut: boolean]> {
  expect(answer.status).toBe(200);
  const reader = answer.body?.getReader();
  let bytes = (await reader?.read())?.value?.length ?? 0;
  expect(bytes).toBeGreaterThan(0);
  await happens();
  api.clock.shift(SOON_MS);
  try {
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) bytes += part.value.length;
  } catch {
    return [bytes, true];
  }
  return [bytes, false];
}

const film = (): string => `/v1/media/${mediaId}`;

test.each<[string, (person: Browser) => Promise<unknown>]>([
  ['signs out', (person) => person.ask('POST', '/auth/sign-out')],
  ['is removed', async (person) => company.owner.ask('DELETE', `/v1/members/${await memberIdOf(person)}`)],
  [
    'is given a role without it',
    async (person) =>
      company.owner.ask('PATCH', `/v1/members/${await memberIdOf(person)}`, { body: { role: 'billing' } }),
  ],
  [
    'loses the grant',
    async (person) => {
      const grants = `/v1/members/${await memberIdOf(person)}/grants`;
      const { body } = await company.owner.ask<{ items: readonly { grantId: string }[] }>('GET', grants);
      for (const { grantId } of body.items) await company.owner.ask('DELETE', `${grants}/${grantId}`);
    },
  ],
])('bytes under way end within five seconds when who reads them %s', async (_what, happens) => {
  const person = await viewer();
  const [bytes, isCut] = await readOn(await person.open(film()), () => happens(person));
  expect([bytes < FILM.length, isCut]).toEqual([true, true]);
});

test('bytes under way end when the grant does', async () => {
  const grants = [{ employees: ['linxiaoyu'], expiresAt: api.clock.now() + HOUR_MS }];
  const invited = { role: 'viewer', employees: [], grants } as const;
  const person = await joinCompany(api, company.owner, company.tenantId, invited);
  const cut = await readOn(await person.open(film()), async () => api.clock.shift(HOUR_MS));
  expect(cut).toEqual([expect.any(Number), true]);
});

test('bytes under way end when the key that asked for them is revoked', async () => {
  await company.owner.ask('POST', '/v1/me/proof', { body: { proof: company.owner.password } });
  const made = await company.owner.ask<{ secret: string; key: { keyId: string } }>('POST', '/v1/api-keys', {
    body: {
      name: 'films',
      purpose: 'a copy of the films',
      scopes: ['view'],
      grants: [{ isEverything: true }],
      expiresAt: api.clock.now() + HOUR_MS,
    },
  });
  expect(made.status).toBe(201);
  const headers = { authorization: `Bearer ${made.body.secret}` };
  const opened = async () => api.app.request(film(), { headers });
  const revoke = () => company.owner.ask('DELETE', `/v1/api-keys/${made.body.key.keyId}`);
  expect(await readOn(await opened(), revoke)).toEqual([expect.any(Number), true]);
  expect((await askWithKey(api, made.body.secret, 'GET', film())).status).toBe(401);
});

test('bytes under way go on to their end while nothing changes, and when somebody may see more', async () => {
  const person = await viewer();
  const memberId = await memberIdOf(person);
  expect(await readOn(await person.open(film()), async () => undefined)).toEqual([FILM.length, false]);
  const promote = () => company.owner.ask('PATCH', `/v1/members/${memberId}`, { body: { role: 'admin' } });
  expect(await readOn(await person.open(film()), promote)).toEqual([FILM.length, false]);
});
