import { describe, expect, it } from 'vitest';
import { UNTIL_CLEARED, type PlannedFault } from '../../corp/fault-plan.ts';
import { SECRET_PURPOSES } from '../../corp/secrets.ts';
import { fetchChat, fetchToken } from '../../testing/call-simulator.ts';
import { callApi, openContacts } from '../../testing/call-contacts.ts';
import { CONTACT_APIS } from './create-contact-routes.ts';

const MINUTE_MS = 60_000;

describe('tokens', () => {
  it('are another one for each secret, and the same one again while they hold', async () => {
    const { simulator, corp } = await openContacts();
    const tokens = await Promise.all(
      SECRET_PURPOSES.map((purpose) => fetchToken(simulator, corp.corpId, corp.secrets[purpose])),
    );
    expect(new Set(tokens.map((token) => token['access_token'])).size).toBe(3);
    expect(await fetchToken(simulator, corp.corpId, corp.secrets.contacts)).toEqual(tokens[2]);
    expect((await fetchToken(simulator, corp.corpId, 'x'))['errcode']).toBe(40001);
    expect((await fetchToken(simulator, 'ww0', corp.secrets.contacts))['errcode']).toBe(40013);
  });

  it.each(CONTACT_APIS.map((api) => [api.path, api] as const))('open %s only where they should', async (path, api) => {
    const { ask, corp } = await openContacts();
    for (const kind of ['sync', 'app'] as const) {
      corp.setContactsKind(kind);
      for (const purpose of SECRET_PURPOSES) {
        const { errcode } = await ask(purpose, path, api.method === 'POST' ? {} : undefined);
        const opens = api.opens.includes(purpose === 'contacts' ? `contacts:${kind}` : purpose);
        expect([path, purpose, kind, errcode === 48002]).toEqual([path, purpose, kind, !opens]);
      }
    }
  });

  it('are missing, made up, or out of date', async () => {
    const { simulator, clock, tokenOf } = await openContacts();
    const token = await tokenOf('customer_contact');
    expect((await callApi(simulator, 'user/get?userid=ZhaoKai', '')).errcode).toBe(41001);
    expect((await callApi(simulator, 'user/get?userid=ZhaoKai', `${token}x`)).errcode).toBe(40014);
    clock.advance(7_200_000);
    expect((await callApi(simulator, 'user/get?userid=ZhaoKai', token)).errcode).toBe(42001);
  });

  it('of the further secrets do not open the archive', async () => {
    const { simulator, tokenOf } = await openContacts();
    const answer = await fetchChat(simulator, await tokenOf('customer_contact'));
    expect((await answer.json()).errcode).toBe(48002);
  });
});

it('answers another address with 60020, each list on its own', async () => {
  const { ask, corp } = await openContacts();
  corp.setAppTrustedIps(['203.0.113.9']);
  const refused = await ask('customer_contact', 'user/get?userid=ZhaoKai');
  expect(refused.errcode).toBe(60020);
  expect(refused.errmsg).toContain('from ip: 127.0.0.1,');
  expect((await ask('archive', 'msgaudit/get_permit_user_list', {})).errcode).toBe(0);
  corp.setTrustedIps(['203.0.113.9']);
  expect((await ask('archive', 'msgaudit/get_permit_user_list', {})).errcode).toBe(60020);
});

it('wants the right method and a body of JSON', async () => {
  const { ask, simulator, tokenOf } = await openContacts();
  expect((await ask('customer_contact', 'user/get?userid=ZhaoKai', {})).errcode).toBe(43001);
  expect((await ask('archive', 'msgaudit/get_permit_user_list')).errcode).toBe(43002);
  const url = `/cgi-bin/msgaudit/get_permit_user_list?access_token=${await tokenOf('archive')}`;
  const answer = await simulator.app.request(url, { method: 'POST', body: '{' });
  expect([answer.status, (await answer.json()).errcode]).toEqual([200, 47001]);
});

describe('limits', () => {
  it('refuse what is over an API’s own minute, and open again a minute later', async () => {
    const { ask, corp, clock } = await openContacts();
    const call = async () => (await ask('archive', 'msgaudit/get_permit_user_list', {})).errcode;
    for (let count = 0; count < 1000; count += 1) if ((await call()) !== 0) expect.fail('refused too early');
    expect(await call()).toBe(45009);
    expect((await ask('archive', 'msgaudit/check_room_agree', {})).errcode).not.toBe(45009);
    clock.advance(MINUTE_MS - 1);
    expect(await call()).toBe(45009);
    clock.advance(1);
    expect(await call()).toBe(0);
    expect(corp.calls.read()['msgaudit/get_permit_user_list']).toEqual({
      calls: 1001,
      highestMinute: 1000,
      highestHour: 1001,
      over: 2,
    });
  });

  it('are counted for each address over all corps', async () => {
    const { ask, simulator } = await openContacts();
    await ask('archive', 'msgaudit/get_permit_user_list', {});
    await ask('customer_contact', 'department/list');
    expect(simulator.addresses.read()['127.0.0.1']).toMatchObject({ calls: 2, over: 0 });
  });
});

describe('planned faults', () => {
  const plan = (fault: Partial<PlannedFault>): PlannedFault => ({
    on: 'contacts',
    kind: 'errcode',
    times: 1,
    ...fault,
  });
  const path = 'user/get?userid=ZhaoKai';

  it('spoil so many answers, of all APIs or of those named', async () => {
    const { ask, corp } = await openContacts();
    corp.faults.plan(plan({ errcode: -1, times: 2, api: 'user/' }));
    corp.faults.plan(plan({ kind: 'throttle', api: 'department/list' }));
    expect((await ask('customer_contact', 'department/list')).errcode).toBe(45009);
    expect((await ask('customer_contact', 'department/list')).errcode).toBe(0);
    expect([(await ask('customer_contact', path)).errcode, (await ask('customer_contact', path)).errcode]).toEqual([
      -1, -1,
    ]);
    expect((await ask('customer_contact', path)).errcode).toBe(0);
  });

  it('last until they are cleared, or for a stretch of the clock', async () => {
    const { ask, corp, clock } = await openContacts();
    corp.faults.plan(plan({ kind: 'http_500', times: UNTIL_CLEARED, until: clock.now() + MINUTE_MS }));
    for (let count = 0; count < 3; count += 1) {
      await expect(ask('customer_contact', path)).rejects.toThrow(SyntaxError);
    }
    clock.advance(MINUTE_MS);
    expect((await ask('customer_contact', path)).errcode).toBe(0);
    expect(corp.faults.list()).toEqual([]);
    corp.faults.plan(plan({ errcode: 45033, times: UNTIL_CLEARED }));
    expect((await ask('archive', 'msgaudit/get_permit_user_list', {})).errcode).toBe(45033);
    corp.faults.clear();
    expect((await ask('customer_contact', path)).errcode).toBe(0);
  });

  it('leave tokens alone unless they are named, and the archive’s always', async () => {
    const { simulator, corp } = await openContacts();
    const token = async (purpose: 'archive' | 'contacts') =>
      (await fetchToken(simulator, corp.corpId, corp.secrets[purpose]))['errcode'];
    corp.faults.plan(plan({ errcode: -1, times: UNTIL_CLEARED }));
    expect(await token('contacts')).toBe(0);
    corp.faults.plan(plan({ kind: 'throttle', api: 'gettoken' }));
    expect(await token('archive')).toBe(0);
    expect(await token('contacts')).toBe(45009);
  });

  it('can hang until the caller gives up', async () => {
    const { simulator, corp, tokenOf } = await openContacts();
    corp.faults.plan(plan({ kind: 'hang' }));
    const caller = new AbortController();
    const token = await tokenOf('customer_contact');
    const request = new Request(`http://simulator/cgi-bin/${path}&access_token=${token}`, { signal: caller.signal });
    const answer = Promise.resolve(simulator.app.fetch(request));
    const first = await Promise.race([
      answer.then(() => 'answered'),
      new Promise((resolve) => setImmediate(resolve, 'hangs')),
    ]);
    expect(first).toBe('hangs');
    caller.abort();
    expect((await answer).status).toBe(502);
  });
});
