import { signCallback as sign } from '@highwater/crypto';
import { inTenant, listCallbackDays, savePeople, savePulling, saveRooms } from '@highwater/db';
import type { ConnectionId, PersonKey, RoomId } from '@highwater/domain';
import { addConnection, newId } from '@highwater/testkit';
import { sealCallback, signCallback } from '@highwater/wecom-simulator';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { makeCompany, type Company } from '../testing/company.ts';
import { startApi, PORTAL, type TestApi } from '../testing/start-api.ts';

interface Made {
  readonly url: string;
  readonly token: string;
  readonly encodingAesKey: string;
}
interface Callback extends Made {
  readonly connectionId: ConnectionId;
  readonly corpId: string;
  readonly path: string;
}

let api: TestApi;
let company: Company;
let others: Company;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
  others = await makeCompany(api, '邻居');
});
afterAll(() => api.stop());

async function makeCallback(of: Company): Promise<Callback> {
  const connectionId = await inTenant(api.database.database, of.tenantId, (tx) => addConnection(tx));
  const made = await of.owner.ask<Made>('POST', `/v1/connections/${connectionId}/callback`, { body: {} });
  expect(made.status).toBe(201);
  const corpId = `ww${connectionId.replaceAll('-', '').slice(0, 16)}`;
  return { ...made.body, connectionId, corpId, path: made.body.url.slice(PORTAL.length) };
}

const eventOf = (corpId: string, event = 'msgaudit_notify') =>
  `<xml><ToUserName><![CDATA[${corpId}]]></ToUserName><FromUserName><![CDATA[sys]]></FromUserName><CreateTime>1</CreateTime><MsgType><![CDATA[event]]></MsgType><AgentID>2000004</AgentID><Event><![CDATA[${event}]]></Event></xml>`;

interface Sent {
  readonly query: string;
  readonly body: string;
}

/** As WeCom sends it; each part can be put otherwise. */
function compose(
  { token, encodingAesKey, corpId }: Pick<Callback, 'token' | 'encodingAesKey' | 'corpId'>,
  but: { message?: string; receiveId?: string; at?: number; nonce?: string } = {},
): Sent {
  const encrypt = sealCallback(encodingAesKey, but.message ?? eventOf(corpId), but.receiveId ?? corpId);
  const timestamp = String(Math.floor((but.at ?? api.clock.now()) / 1000));
  const nonce = but.nonce ?? Math.random().toString(36).slice(2);
  const query = new URLSearchParams({
    msg_signature: signCallback(token, { timestamp, nonce, encrypt }),
    timestamp,
    nonce,
  });
  const body = `<xml><ToUserName><![CDATA[${corpId}]]></ToUserName><AgentID><![CDATA[2000004]]></AgentID><Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>`;
  return { query: query.toString(), body };
}

/** Everything that tells one answer from another, except the request's own id. */
async function answerOf(response: Response) {
  const headers = Object.fromEntries(response.headers);
  delete headers['highwater-request'];
  return { status: response.status, headers, body: await response.text() };
}

async function post(path: string, { query, body }: { query: string; body: string | Uint8Array<ArrayBuffer> }) {
  return answerOf(await api.app.request(`${path}?${query}`, { method: 'POST', body }));
}

const refusal = async () => post('/callbacks/wecom/', { query: '', body: '' });
const pullsOf = (connectionId: string) =>
  api.jobs.filter(
    ({ queue, payload }) =>
      queue === 'pull-archive' && 'connectionId' in payload && payload.connectionId === connectionId,
  ).length;
const eventsOf = async (connectionId: ConnectionId) =>
  (
    await inTenant(api.database.database, company.tenantId, (tx) => listCallbackDays(tx, connectionId, '2000-01-01'))
  ).reduce((sum, { count }) => sum + count, 0);

it('answers the address check with the bare word', async () => {
  const callback = await makeCallback(company);
  const timestamp = String(Math.floor(api.clock.now() / 1000));
  const encrypt = sealCallback(callback.encodingAesKey, '一个词 word', callback.corpId);
  const parts = { timestamp, nonce: 'n', encrypt };
  const query = new URLSearchParams({
    msg_signature: sign(callback.token, parts),
    timestamp,
    nonce: 'n',
    echostr: encrypt,
  });
  const answer = await answerOf(await api.app.request(`${callback.path}?${query}`));
  expect(answer).toMatchObject({ status: 200, body: '一个词 word' });
  query.set('echostr', encrypt.toLowerCase());
  expect(await answerOf(await api.app.request(`${callback.path}?${query}`))).toEqual(await refusal());
});

it('takes an event: a pull, a count, and the last one shown', async () => {
  const callback = await makeCallback(company);
  const view = () =>
    company.owner.ask<{ callback: { today: number; lastEventAt: number | null } }>(
      'GET',
      `/v1/connections/${callback.connectionId}`,
    );
  expect((await view()).body.callback).toMatchObject({ today: 0, lastEventAt: null, setBy: 'Owner' });
  expect(await post(callback.path, compose(callback))).toMatchObject({ status: 200, body: '' });
  expect(await post(callback.path, compose(callback))).toMatchObject({ status: 200 });
  expect(pullsOf(callback.connectionId)).toBe(2);
  expect((await view()).body.callback.today).toBe(2);
  expect((await view()).body.callback.lastEventAt).toBeGreaterThan(api.clock.now() - 60_000);
});

const CUSTOMER = 'wmTESTaAAAZc3Wq8Ek1uMi5Ox7Pv2R' as PersonKey;
const ROOM = 'wrTESTdAAAUo3Iy7Tr5Ew1Qa9Sd2Fg' as RoomId;

it('has people and rooms that changed looked at again at once, and those nobody knows not at all', async () => {
  const callback = await makeCallback(company);
  const { connectionId, corpId } = callback;
  const seen = { firstAt: 1, lastAt: 1 };
  const never = new Date('2100-01-01');
  const look = (table: 'people' | 'rooms') =>
    inTenant(api.database.database, company.tenantId, async (tx) => {
      const text = `SELECT next_look_at AS at FROM hw.${table} WHERE connection_id = $1`;
      return (await tx.query<{ at: number }>(text, [connectionId])).rows.map(({ at }) => at <= api.clock.now());
    });
  await inTenant(api.database.database, company.tenantId, async (tx) => {
    await savePeople(tx, connectionId, [
      { personKey: CUSTOMER, writtenAs: CUSTOMER, kind: 'external_contact', ...seen },
      { personKey: 'chenmin' as PersonKey, writtenAs: 'ChenMin', kind: 'employee', ...seen },
    ]);
    await saveRooms(tx, connectionId, [{ roomId: ROOM, conversationId: newId(), isExternal: true, ...seen }]);
    for (const table of ['people', 'rooms']) await tx.query(`UPDATE hw.${table} SET next_look_at = $1`, [never]);
  });
  const tell = (event: string, inner: string) => {
    const message = eventOf(corpId, event).replace('</xml>', `${inner}</xml>`);
    return post(callback.path, compose(callback, { message }));
  };
  const kinds = () =>
    api.jobs.flatMap(({ queue, payload }) =>
      queue === 'enrich' && 'kind' in payload && payload.connectionId === connectionId ? [payload.kind] : [],
    );
  const contact = (id: string, type = 'edit_external_contact') =>
    `<ChangeType>${type}</ChangeType><UserID>ChenMin</UserID><ExternalUserID>${id}</ExternalUserID>`;
  expect(await tell('change_external_contact', contact('wmNobodyNobodyNobodyNobody00'))).toMatchObject({ status: 200 });
  expect(await tell('change_external_chat', '<ChatId>wrNobody</ChatId>')).toMatchObject({ status: 200 });
  expect([kinds(), await look('people'), await look('rooms')]).toEqual([[], [false, false], [false]]);

  expect(await tell('change_external_contact', contact(CUSTOMER))).toMatchObject({ status: 200 });
  await tell('change_external_chat', `<ChatId>${ROOM}</ChatId><ChangeType>update</ChangeType>`);
  await tell('change_contact', '<ChangeType>update_user</ChangeType><UserID>CHENMIN</UserID>');
  await tell('change_contact', '<ChangeType>create_party</ChangeType><Id>7</Id>');
  await tell('change_external_contact', contact(CUSTOMER, 'msg_audit_approved'));
  expect(kinds()).toEqual(['external_contacts', 'rooms', 'employees', 'departments', 'consents']);
  expect([await look('people'), await look('rooms')]).toEqual([[true, true], [true]]);
  expect([pullsOf(connectionId), await eventsOf(connectionId)]).toEqual([0, 0]);
});

it('leaves other events of WeCom alone', async () => {
  const callback = await makeCallback(company);
  const other = compose(callback, { message: eventOf(callback.corpId, 'change_external_contact') });
  expect(await post(callback.path, other)).toMatchObject({ status: 200 });
  expect(pullsOf(callback.connectionId)).toBe(0);
  expect(await eventsOf(callback.connectionId)).toBe(0);
});

it('counts and does not pull where pulls are daily', async () => {
  const callback = await makeCallback(company);
  const daily = { mode: 'daily', timeOfDay: '03:00' } as const;
  await inTenant(api.database.database, company.tenantId, (tx) =>
    savePulling(tx, callback.connectionId, daily, api.clock.now()),
  );
  expect(await post(callback.path, compose(callback))).toMatchObject({ status: 200 });
  expect([pullsOf(callback.connectionId), await eventsOf(callback.connectionId)]).toEqual([0, 1]);
});

it('refuses alike what is replayed, late, early, for another corp, or signed with another key', async () => {
  const callback = await makeCallback(company);
  const neighbour = await makeCallback(others);
  const sent = compose(callback);
  expect(await post(callback.path, sent)).toMatchObject({ status: 200 });
  const alike = await refusal();
  expect(alike).toMatchObject({ status: 403, body: '' });
  const eleven = 11 * 60_000;
  const wrong: [string, string, Sent][] = [
    ['replayed', callback.path, sent],
    ['late', callback.path, compose(callback, { at: api.clock.now() - eleven })],
    ['early', callback.path, compose(callback, { at: api.clock.now() + eleven })],
    ['for another receiver', callback.path, compose(callback, { receiveId: neighbour.corpId })],
    ['about another corp', callback.path, compose(callback, { message: eventOf(neighbour.corpId) })],
    ['no event', callback.path, compose(callback, { message: 'hello' })],
    ['signed by a neighbour', callback.path, compose({ ...neighbour, corpId: callback.corpId })],
    ['sent to a neighbour', neighbour.path, compose(callback)],
    ['sent to nobody', `/callbacks/wecom/${'A'.repeat(22)}`, compose(callback)],
    ['sent elsewhere', '/callbacks/other', compose(callback)],
  ];
  for (const [why, path, one] of wrong) expect([why, await post(path, one)]).toEqual([why, alike]);
  for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    const init = method === 'GET' ? { method } : { method, body: sent.body };
    expect(await answerOf(await api.app.request(`${callback.path}?${compose(callback).query}`, init))).toEqual(alike);
  }
  expect([pullsOf(callback.connectionId), pullsOf(neighbour.connectionId)]).toEqual([1, 0]);
  expect(await eventsOf(callback.connectionId)).toBe(1);
});

it('reads no more than 64 KiB', async () => {
  const callback = await makeCallback(company);
  let given = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      given += 16_384;
      controller.enqueue(new Uint8Array(16_384));
    },
  });
  const init = { method: 'POST', body, duplex: 'half' } as RequestInit;
  expect(await answerOf(await api.app.request(`${callback.path}?${compose(callback).query}`, init))).toEqual(
    await refusal(),
  );
  expect(given).toBeLessThanOrEqual(64 * 1024 + 3 * 16_384);
});

it('replaces its secrets, and the path and key before are dead', async () => {
  const callback = await makeCallback(company);
  const again = await company.admin.ask<Made>('POST', `/v1/connections/${callback.connectionId}/callback`, {
    body: {},
  });
  expect(await post(callback.path, compose(callback))).toEqual(await refusal());
  const path = again.body.url.slice(PORTAL.length);
  expect(await post(path, compose(callback))).toEqual(await refusal());
  expect(await post(path, compose({ ...callback, ...again.body }))).toMatchObject({ status: 200 });
  const views = JSON.stringify((await company.owner.ask('GET', '/v1/connections')).body);
  for (const secret of [again.body.token, again.body.encodingAesKey, path.slice(17)]) {
    expect(views).not.toContain(secret);
    expect(JSON.stringify(api.logged)).not.toContain(secret);
  }
  const other = `/v1/connections/${callback.connectionId}/callback`;
  expect(await others.owner.faultOf('POST', other, { body: {} })).toBe('thing.missing');
  expect(await company.viewer.faultOf('POST', other, { body: {} })).toBe('permission.missing');
});

it('answers any bytes with the one refusal, and asks for nothing', async () => {
  const callback = await makeCallback(company);
  const alike = await refusal();
  const jobs = api.jobs.length;
  const right = compose(callback);
  const tail = fc.oneof(
    fc.constant(callback.path.slice('/callbacks/'.length)),
    fc.webPath().map((path) => path.slice(1)),
    fc.string().map((text) => encodeURIComponent(text.toWellFormed())),
    fc.base64String({ minLength: 20, maxLength: 24 }).map((text) => `wecom/${encodeURIComponent(text)}`),
  );
  const query = fc.oneof(
    fc.constant(right.query),
    fc.webQueryParameters(),
    fc
      .record({ msg_signature: fc.string(), timestamp: fc.string(), nonce: fc.string(), echostr: fc.base64String() })
      .map((fields) => new URLSearchParams(fields).toString()),
    fc.nat({ max: right.query.length - 1 }).map((at) => `${right.query.slice(0, at)}0${right.query.slice(at + 1)}`),
  );
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 2000 }).map((bytes) => new Uint8Array(bytes)),
    fc.string().map((text) => new TextEncoder().encode(text)),
    fc
      .nat({ max: right.body.length - 1 })
      .map((at) => new TextEncoder().encode(`${right.body.slice(0, at)}~${right.body.slice(at + 1)}`)),
    fc.base64String().map((text) => new TextEncoder().encode(`<xml><Encrypt>${text}</Encrypt></xml>`)),
  );
  const method = fc.constantFrom('GET', 'POST', 'POST', 'POST', 'PUT', 'HEAD');
  await fc.assert(
    fc.asyncProperty(method, tail, query, body, async (how, path, asked, bytes) => {
      // Changed outside of what counts, an event is still the event.
      const text = new TextDecoder().decode(bytes);
      const encrypt = /<Encrypt><!\[CDATA\[(.*)\]\]><\/Encrypt>/.exec(right.body)?.[1] ?? '';
      fc.pre(!(path.endsWith(callback.path.slice(17)) && asked === right.query && text.includes(encrypt)));
      const init = how === 'GET' || how === 'HEAD' ? { method: how } : { method: how, body: bytes };
      const answer = await answerOf(await api.app.request(`/callbacks/${path}?${asked}`, init));
      expect(answer).toEqual(alike);
    }),
    { numRuns: 400 },
  );
  expect(api.jobs).toHaveLength(jobs);
  expect(await eventsOf(callback.connectionId)).toBe(0);
}, 60_000);
