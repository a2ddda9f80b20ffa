import { inTenant } from '@highwater/db';
import { KEY_ACTIONS } from '@highwater/domain';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ROUTES } from '../routes.ts';
import type { Browser, Json } from '../testing/browser.ts';
import { joinCompany, makeCompany, type Company } from '../testing/company.ts';
import { makeOrchard, type Orchard } from '../testing/orchard.ts';
import { askWithKey, type ProgramAsk } from '../testing/program.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { KEY_OPERATIONS } from './key-operations.ts';

const DAY = 86_400_000;

interface Made {
  readonly key: { readonly keyId: string; readonly prefix: string };
  readonly secret: string;
}
interface Found {
  readonly items: readonly { readonly messageId: string }[];
}

let api: TestApi;
let company: Company;
let others: Company;
let orchard: Orchard;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  [company, others] = [await makeCompany(api), await makeCompany(api, '邻居')];
  orchard = await makeOrchard(api, company);
});
afterAll(() => api.stop());

const EVERYTHING = [{ isEverything: true }];

function bodyOf(key: object = {}): object {
  const expiresAt = api.clock.now() + 30 * DAY;
  return { name: '报表', purpose: '每天的报表', scopes: ['view', 'search'], grants: EVERYTHING, expiresAt, ...key };
}

/** The clock of these tests moves far; who makes keys has shown the password lately. */
async function prove(browser: Browser): Promise<void> {
  expect((await browser.ask('POST', '/v1/me/proof', { body: { proof: browser.password } })).body).not.toHaveProperty(
    'fault',
  );
}

async function makeKey(key: object = {}, maker: Browser = company.owner): Promise<Made> {
  await prove(maker);
  const made = await maker.ask<Made>('POST', '/v1/api-keys', { body: bodyOf(key) });
  expect(made.body).toMatchObject({ key: { state: 'open', isMine: true } });
  expect(made.status).toBe(201);
  return made.body;
}

const ask = <Body = Json>(
  { secret }: Pick<Made, 'secret'>,
  path: string,
  more: ProgramAsk & { method?: string } = {},
) => askWithKey<Body>(api, secret, more.method ?? 'GET', path, more);
const faultOf = async (made: Pick<Made, 'secret'>, path: string, more: ProgramAsk & { method?: string } = {}) =>
  (await ask(made, path, more)).body['fault'];
const SEARCH = `/v1/messages/search?q=${encodeURIComponent('芒果')}`;
const countFound = async (made: Pick<Made, 'secret'>) => (await ask<Found>(made, SEARCH)).body.items.length;
const auditOf = async (event: string) => {
  const { rows } = await inTenant(api.database.database, company.tenantId, (tx) =>
    tx.query<{ memberId: string; detail: Json; address: string | null }>(
      `SELECT member_id AS "memberId", detail, address FROM hw.audit WHERE event = $1 ORDER BY at DESC, audit_id LIMIT 20`,
      [event],
    ),
  );
  return rows;
};

describe('a key', () => {
  it('shows its secret once, and keeps neither it nor anything that opens', async () => {
    const made = await makeKey();
    expect(made.secret).toMatch(/^hw_live_[a-z2-7]{12}_[\w-]{43}$/);
    expect(made.secret.startsWith(made.key.prefix)).toBe(true);
    const secretPart = made.secret.slice(-43);
    const listed = await company.owner.ask('GET', '/v1/api-keys');
    expect(JSON.stringify(listed.body)).toContain(made.key.prefix);
    expect(JSON.stringify(listed.body)).not.toContain(secretPart);
    const { rows } = await inTenant(api.database.database, company.tenantId, (tx) =>
      tx.query<{
        all: string;
      }>(`SELECT k::text || coalesce((SELECT string_agg(a::text, ' ') FROM hw.audit a), '') AS all
        FROM hw.api_keys k`),
    );
    expect(rows.every(({ all }) => !all.includes(secretPart))).toBe(true);
    expect(JSON.stringify(api.logged)).not.toContain(secretPart);
  });

  it('acts without a cookie and without the header of our own pages, in its own company alone', async () => {
    const made = await makeKey();
    expect(await countFound(made)).toBe(3);
    expect(await faultOf(made, SEARCH, { headers: { 'highwater-tenant': others.tenantId } })).toBe('thing.missing');
    const theirs = await makeKey({}, others.owner);
    expect((await ask<Found>(theirs, SEARCH)).body.items).toEqual([]);
    expect(await faultOf(theirs, `/v1/messages/${orchard.arrived.messageId}`)).toBe('thing.missing');
    expect((await ask(made, `/v1/messages/${orchard.arrived.messageId}`)).status).toBe(200);
  });

  it('is refused together with a cookie, whoever the cookie is', async () => {
    const made = await makeKey();
    expect(await faultOf(made, SEARCH, { headers: { cookie: 'x=1' } })).toBe('api_key.with_session');
    const both = await company.owner.faultOf('GET', SEARCH, { headers: { authorization: `Bearer ${made.secret}` } });
    expect(both).toBe('api_key.with_session');
  });

  it('is refused in the same bytes whether it is unknown, wrong, ended, revoked or no key at all', async () => {
    const [wrong, revoked] = [await makeKey(), await makeKey()];
    await company.owner.ask('DELETE', `/v1/api-keys/${revoked.key.keyId}`);
    const shown = [
      'x',
      '',
      `hw_live_${'a'.repeat(12)}_${'A'.repeat(43)}`,
      `${wrong.secret.slice(0, -43)}${'A'.repeat(43)}`,
      revoked.secret,
    ];
    const answers = await Promise.all(shown.map((secret) => ask({ secret }, SEARCH)));
    const bytes = answers.map(({ status, body }) => JSON.stringify({ status, ...body, requestId: '' }));
    expect(new Set(bytes).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 401, body: { fault: 'api_key.refused' } });
    expect(await countFound(wrong)).toBe(3);
  });

  it('opens until its end and not a moment longer', async () => {
    const made = await makeKey({ expiresAt: api.clock.now() + DAY });
    expect(await countFound(made)).toBe(3);
    const listed = (await company.owner.ask<{ items: { keyId: string; state: string }[] }>('GET', '/v1/api-keys')).body;
    expect(listed.items.find(({ keyId }) => keyId === made.key.keyId)?.state).toBe('open');
    api.clock.shift(DAY + 1000);
    expect(await faultOf(made, SEARCH)).toBe('api_key.refused');
  });

  it('says when and from where it was used last, to the minute', async () => {
    const made = await makeKey();
    await ask(made, SEARCH, { from: '192.0.2.1' });
    await ask(made, SEARCH, { from: '192.0.2.2' });
    const { items } = (await company.owner.ask<{ items: Json[] }>('GET', '/v1/api-keys')).body;
    expect(items.find((item) => item['keyId'] === made.key.keyId)).toMatchObject({
      lastAddress: '192.0.2.1',
      lastUsedAt: expect.any(Number),
    });
  });
});

describe('where a key may be used', () => {
  it('is its own networks, by the address that the portal signed', async () => {
    const made = await makeKey({ networks: ['192.0.2.77/24'] });
    expect((await ask(made, SEARCH, { from: '192.0.2.9' })).status).toBe(200);
    expect((await ask(made, SEARCH, { from: '198.51.100.9' })).body).toMatchObject({
      fault: 'api_key.outside',
      params: { address: '198.51.100.9' },
    });
    // An address that nobody signed counts for nothing.
    expect(await faultOf(made, SEARCH, { headers: { 'highwater-client-address': '192.0.2.9' } })).toBe(
      'api_key.outside',
    );
    const [line] = await auditOf('api_key.refused');
    expect(line).toMatchObject({ detail: { apiKeyName: '报表' }, address: expect.any(String) });
  });

  it('is not told to who has no secret', async () => {
    const made = await makeKey({ networks: ['192.0.2.0/24'] });
    const guess = { secret: `${made.secret.slice(0, -43)}${'B'.repeat(43)}` };
    expect(await faultOf(guess, SEARCH, { from: '198.51.100.9' })).toBe('api_key.refused');
  });

  it('can be changed, and holds from the next request on', async () => {
    const made = await makeKey();
    const changed = await company.admin.ask('PATCH', `/v1/api-keys/${made.key.keyId}`, {
      body: { networks: ['198.51.100.0/24'], name: '新名字' },
    });
    expect(changed.body).toMatchObject({ networks: ['198.51.100.0/24'], name: '新名字', isMine: false });
    expect(await faultOf(made, SEARCH, { from: '192.0.2.9' })).toBe('api_key.outside');
    expect((await ask(made, SEARCH, { from: '198.51.100.9' })).status).toBe(200);
  });
});

describe('scopes', () => {
  it('open what they name, one by one, and nothing else', async () => {
    const paths: Readonly<Record<(typeof KEY_ACTIONS)[number], string>> = {
      view: `/v1/messages/${orchard.arrived.messageId}`,
      search: SEARCH,
      export: '/v1/exports',
      see_members: '/v1/members',
      see_audit: '/v1/audit',
      see_completeness: '/v1/findings',
    };
    for (const scope of KEY_ACTIONS) {
      const made = await makeKey({ scopes: [scope] });
      for (const other of KEY_ACTIONS) {
        const answer = await ask(made, paths[other]);
        expect([scope, other, answer.body['fault'] ?? answer.status]).toEqual([
          scope,
          other,
          scope === other ? 200 : 'permission.missing',
        ]);
      }
    }
  });

  it('name operations that exist, and none that concerns people, keys, settings or connections', () => {
    const known = new Set(ROUTES.map(({ spec }) => spec.operation));
    const opened = Object.values(KEY_OPERATIONS).flat();
    expect(opened.filter((operation) => !known.has(operation))).toEqual([]);
    expect(new Set(opened).size).toBe(opened.length);
    const closed = ROUTES.filter(({ spec }) => !opened.includes(spec.operation)).map(({ spec }) => spec.path);
    const people =
      /^\/(me|api-keys|address-rules|invitations|roles|connections\/.*secret|operator|saved-searches|reason)(\/|$)/;
    expect(ROUTES.filter(({ spec }) => people.test(spec.path)).every(({ spec }) => closed.includes(spec.path))).toBe(
      true,
    );
    const changing = ROUTES.filter(({ spec }) => spec.method !== 'get' && opened.includes(spec.operation));
    expect(changing.map(({ spec }) => spec.operation).toSorted()).toEqual([
      'cancelExport',
      'compareCheckpoints',
      'requestExport',
      'verifyLedger',
    ]);
  });

  it('refuse every route that keys have no business with, in words, and the log says so', async () => {
    const made = await makeKey({ scopes: KEY_ACTIONS });
    for (const [method, path] of [
      ['GET', '/v1/me'],
      ['GET', '/v1/api-keys'],
      ['POST', '/v1/api-keys'],
      ['GET', '/v1/address-rules'],
      ['GET', '/v1/saved-searches'],
      ['POST', '/v1/invitations'],
      ['GET', '/v1/connections'],
      ['POST', '/v1/export-schedules'],
    ] as const) {
      expect([path, await faultOf(made, path, { method })]).toEqual([path, 'api_key.not_for_this']);
    }
    const [line] = await auditOf('access.denied');
    expect(line?.detail).toMatchObject({ fault: 'api_key.not_for_this', apiKey: made.key.keyId, apiKeyName: '报表' });
  });
});

describe('a grant of a key', () => {
  const ofLin = [{ employees: ['linxiaoyu'] }];

  it('narrows search, messages, lists and exports as a viewer’s does', async () => {
    const made = await makeKey({ scopes: ['view', 'search', 'export'], grants: ofLin });
    const viewers = (await company.viewer.ask<Found>('GET', SEARCH)).body.items.map(({ messageId }) => messageId);
    const keys = (await ask<Found>(made, SEARCH)).body.items.map(({ messageId }) => messageId);
    expect(keys).toEqual(viewers);
    expect(keys).toEqual([orchard.arrived.messageId]);
    for (const path of ['/v1/conversations', '/v1/people?kind=employee', '/v1/rooms', '/v1/overview']) {
      const [mine, theirs] = [await ask(made, path), await company.viewer.ask('GET', path)];
      expect([path, mine.body]).toEqual([path, theirs.body]);
    }
    expect(await faultOf(made, `/v1/messages/${orchard.hiddenPair.messageId}`)).toBe('thing.missing');
    expect((await ask(made, `/v1/messages/${orchard.arrived.messageId}/context`)).status).toBe(200);
    expect(await faultOf(made, `/v1/messages/${orchard.hiddenPair.messageId}/context`)).toBe('thing.missing');
  });

  it('is asked for where content is opened, and must lie within what its maker has', async () => {
    await prove(company.owner);
    const empty = await company.owner.ask('POST', '/v1/api-keys', { body: bodyOf({ grants: [] }) });
    expect(empty.body).toMatchObject({ fault: 'request.malformed', field: 'grants' });
    const role = await company.owner.ask<{ roleId: string }>('POST', '/v1/roles', {
      body: { name: '集成', actions: ['view', 'search', 'manage_keys'], reach: 'granted' },
    });
    const invited = { role: 'custom', roleId: role.body.roleId, employees: ['linxiaoyu'] } as const;
    const integrator = await joinCompany(api, company.owner, company.tenantId, invited);
    const tooMuch = [{ grants: [{ employees: ['boss'] }] }, { scopes: ['export'] }, { scopes: ['see_audit'] }];
    for (const key of tooMuch) {
      expect(await integrator.faultOf('POST', '/v1/api-keys', { body: bodyOf(key) })).toBe('rights.beyond_own');
    }
    // Everything is everything that its maker sees.
    expect(await countFound(await makeKey({}, integrator))).toBe(1);
    expect(await countFound(await makeKey({ grants: ofLin }, integrator))).toBe(1);
  });

  it('ends by itself', async () => {
    const made = await makeKey({ grants: [{ isEverything: true, expiresAt: api.clock.now() + 3_600_000 }] });
    expect(await countFound(made)).toBe(3);
    api.clock.shift(3_600_000);
    expect(await faultOf(made, SEARCH)).toBe('permission.missing');
  });
});

describe('a change of rights', () => {
  it('of its maker holds for the key on the next request, and a key does not outlive its maker', async () => {
    const maker = await joinCompany(api, company.owner, company.tenantId, { role: 'admin', employees: [] });
    const made = await makeKey({ scopes: ['search', 'see_audit'] }, maker);
    expect(await countFound(made)).toBe(3);
    expect((await ask(made, '/v1/audit')).status).toBe(200);
    const { memberId } = (await maker.ask<{ memberId: string }>('GET', '/v1/me')).body;
    const demoted = await company.owner.ask('PATCH', `/v1/members/${memberId}`, {
      body: { role: 'viewer' },
    });
    expect(demoted.status).toBe(200);
    const given = await company.owner.ask('POST', `/v1/members/${memberId}/grants`, {
      body: { employees: ['linxiaoyu'] },
    });
    expect([200, 201]).toContain(given.status);
    expect(await countFound(made)).toBe(1);
    expect(await faultOf(made, '/v1/audit')).toBe('permission.missing');
    await company.owner.ask('DELETE', `/v1/members/${memberId}`);
    expect(await faultOf(made, SEARCH)).toBe('api_key.refused');
    const { items } = (await company.owner.ask<{ items: Json[] }>('GET', '/v1/api-keys')).body;
    expect(items.find((item) => item['keyId'] === made.key.keyId)?.['state']).toBe('maker_left');
  });
});

describe('another secret', () => {
  it('opens at once, the one before for another day, both until the key is revoked', async () => {
    const made = await makeKey();
    await prove(company.owner);
    const rotated = (await company.owner.ask<Made>('POST', `/v1/api-keys/${made.key.keyId}/rotate`)).body;
    expect(rotated.key.prefix).toBe(made.key.prefix);
    expect(rotated.secret).not.toBe(made.secret);
    expect([await countFound(rotated), await countFound(made)]).toEqual([3, 3]);
    api.clock.shift(DAY);
    expect(await faultOf(made, SEARCH)).toBe('api_key.refused');
    expect(await countFound(rotated)).toBe(3);
    const again = await makeKey();
    const second = (await company.owner.ask<Made>('POST', `/v1/api-keys/${again.key.keyId}/rotate`)).body;
    expect((await company.owner.ask('DELETE', `/v1/api-keys/${again.key.keyId}`)).status).toBe(204);
    expect([await faultOf(again, SEARCH), await faultOf(second, SEARCH)]).toEqual([
      'api_key.refused',
      'api_key.refused',
    ]);
  });

  it('is for its maker alone, because it has its maker’s rights', async () => {
    const made = await makeKey();
    await prove(company.admin);
    expect(await company.admin.faultOf('POST', `/v1/api-keys/${made.key.keyId}/rotate`)).toBe('api_key.of_another');
    expect((await company.admin.ask('DELETE', `/v1/api-keys/${made.key.keyId}`)).status).toBe(204);
  });
});

describe('what a key does', () => {
  it('stands in the log as its maker’s, with the key, beside what its maker does', async () => {
    const made = await makeKey();
    const path = `/v1/messages/${orchard.arrived.messageId}`;
    await company.owner.ask('GET', path);
    await ask(made, path);
    const lines = await auditOf('message.viewed');
    const { memberId } = (await company.owner.ask<{ memberId: string }>('GET', '/v1/me')).body;
    expect(lines.every((line) => line.memberId === memberId)).toBe(true);
    expect(lines.some(({ detail }) => detail['apiKey'] === undefined)).toBe(true);
    expect(lines.some(({ detail }) => detail['apiKey'] === made.key.keyId && detail['apiKeyName'] === '报表')).toBe(
      true,
    );
  });

  it('is its own: exports of its maker are not its, its exports are its maker’s too', async () => {
    const made = await makeKey({ scopes: ['export'] });
    const byMember = await company.owner.ask<{ exportId: string }>('POST', '/v1/exports', { body: { q: '芒果' } });
    const headers = { 'idempotency-key': 'same' };
    const byKey = await ask<{ exportId: string }>(made, '/v1/exports', {
      method: 'POST',
      body: { q: '芒果' },
      headers,
    });
    expect(byKey.status).toBe(201);
    expect(await faultOf(made, `/v1/exports/${byMember.body.exportId}`)).toBe('thing.missing');
    expect((await ask(made, `/v1/exports/${byKey.body.exportId}`)).body).toMatchObject({ mine: true });
    const { items } = (await ask<{ items: { exportId: string }[] }>(made, '/v1/exports')).body;
    expect(items.map(({ exportId }) => exportId)).toEqual([byKey.body.exportId]);
    const own = await company.owner.ask<{ exportId: string }>('POST', '/v1/exports', { body: { q: '苹果' }, headers });
    expect(own.status).toBe(201);
    expect(own.body.exportId).not.toBe(byKey.body.exportId);
    expect((await company.owner.ask('GET', `/v1/exports/${byKey.body.exportId}`)).status).toBe(200);
  });
});

describe('who looks after keys', () => {
  it('has the right to; others are refused, and another company finds nothing', async () => {
    const made = await makeKey();
    const path = `/v1/api-keys/${made.key.keyId}`;
    expect(await company.viewer.faultOf('GET', '/v1/api-keys')).toBe('permission.missing');
    expect(await company.viewer.faultOf('DELETE', path)).toBe('permission.missing');
    await prove(others.owner);
    for (const [method, at] of [
      ['PATCH', path],
      ['POST', `${path}/rotate`],
      ['DELETE', path],
    ] as const) {
      expect(await others.owner.faultOf(method, at, method === 'PATCH' ? { body: {} } : {})).toBe('thing.missing');
    }
    expect(await countFound(made)).toBe(3);
  });

  it('shows password or factor again for a new secret once signing in was a while ago', async () => {
    api.clock.shift(3_600_000);
    expect(await company.owner.faultOf('POST', '/v1/api-keys', { body: bodyOf() })).toBe('proof.needed');
  });
});
