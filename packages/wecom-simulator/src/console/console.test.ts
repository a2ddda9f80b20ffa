import { describe, expect, it } from 'vitest';
import { UNTIL_CLEARED } from '../corp/fault-plan.ts';
import { readSdkFileId } from '../envelope/sdk-file-id.ts';
import { readSamples } from '../samples/read-samples.ts';
import { createSimulator } from '../server/create-simulator.ts';
import {
  createKeyPair,
  createTestClock,
  openEntry,
  fetchChat,
  fetchToken,
  type ChatAnswer,
} from '../testing/call-simulator.ts';

function open() {
  const simulator = createSimulator({ clock: createTestClock() });
  const call = async (method: string, path: string, body?: unknown) => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const answer = await simulator.app.request(`/console/api/${path}`, init);
    return { status: answer.status, body: await answer.json() };
  };
  const submit = (path: string, fields: Record<string, string>) =>
    simulator.app.request(`/console/${path}`, { method: 'POST', body: new URLSearchParams(fields) });
  const makeCorp = async () => {
    const { corpId, archiveSecret } = (await call('POST', 'corps', { name: '青山水果', talking: true })).body;
    await call('PUT', `corps/${corpId}/trusted-ips`, { ips: ['127.0.0.1'] });
    const key = createKeyPair();
    await call('POST', `corps/${corpId}/public-keys`, { pem: key.pem });
    const { access_token } = await fetchToken(simulator, corpId, archiveSecret);
    const pull = async (): Promise<ChatAnswer> => (await fetchChat(simulator, String(access_token))).json();
    return { corpId: String(corpId), archiveSecret: String(archiveSecret), key, pull };
  };
  return { simulator, call, submit, makeCorp };
}

describe('the console API', () => {
  it('makes a company with an ID and a secret of the right shape', async () => {
    const { call } = open();
    const { status, body } = await call('POST', 'corps', { name: '青山水果' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: '青山水果', talking: false, trustedIps: [], lastSeq: '0' });
    expect(body.corpId).toMatch(/^ww[0-9a-f]{16}$/);
    expect(body.archiveSecret).toMatch(/^[\w-]{43}$/);
    expect((await call('GET', 'corps')).body.corps).toEqual([body]);
  });

  it('makes the same company again from a seed', async () => {
    const body = { seed: 'demo' };
    const [one, two] = [
      (await open().call('POST', 'corps', body)).body,
      (await open().call('POST', 'corps', body)).body,
    ];
    expect([one.corpId, one.archiveSecret]).toEqual([two.corpId, two.archiveSecret]);
  });

  it('refuses what is no address and no RSA-2048 public key, with a sentence', async () => {
    const { call, makeCorp } = open();
    const { corpId } = await makeCorp();
    const ip = await call('PUT', `corps/${corpId}/trusted-ips`, { ips: ['10.0.0.1', 'home'] });
    expect(ip.status).toBe(422);
    expect(ip.body.error.zh).toContain('「home」不是 IP 地址');
    const codeOf = async (pem: unknown) => (await call('POST', `corps/${corpId}/public-keys`, { pem })).body.error.code;
    expect(await codeOf('hello')).toBe('key.not_pem');
    expect(await codeOf(createKeyPair(1024).pem)).toBe('key.not_rsa_2048');
    expect(await codeOf(createKeyPair().privateKey.export({ type: 'pkcs8', format: 'pem' }))).toBe('key.private');
    expect(await codeOf('-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----')).toBe('key.not_rsa_2048');
    expect(await codeOf(5)).toBe('field.malformed');
    expect((await call('GET', `corps/${corpId}`)).body.publicKeys).toHaveLength(1);
  });

  it('counts key versions up from one', async () => {
    const { call, makeCorp } = open();
    const { corpId } = await makeCorp();
    const next = await call('POST', `corps/${corpId}/public-keys`, { pem: `\n${createKeyPair().pem}\n` });
    expect(next).toEqual({ status: 201, body: { publickeyVer: 2 } });
  });

  it('archives given messages, also bytes that are no JSON, and tells the truth about seqs', async () => {
    const { call, makeCorp } = open();
    const { corpId, key, pull } = await makeCorp();
    const message = { msgid: 'm1', msgtype: 'text', text: { content: '苹果' } };
    const raw = Buffer.from('{"msgid":"m2","meetingid":18446744073709551615').toString('base64');
    const { seqs } = (await call('POST', `corps/${corpId}/messages`, { messages: [message, { raw }] })).body;
    expect((await call('GET', `corps/${corpId}/source`)).body).toEqual({ seqs, lastSeq: seqs.at(-1) });
    const { chatdata } = await pull();
    expect(chatdata?.map((entry) => openEntry(entry, key))).toEqual([
      JSON.stringify(message),
      '{"msgid":"m2","meetingid":18446744073709551615',
    ]);
    expect(chatdata?.[0]?.msgid).toBe('m1');
  });

  it('keeps media from bytes and from size and seed', async () => {
    const { call, makeCorp } = open();
    const { corpId } = await makeCorp();
    const ticket = (await call('POST', `corps/${corpId}/media`, { bytes: Buffer.from('abc').toString('base64') })).body;
    expect(ticket).toMatchObject({ filesize: 3, md5sum: '900150983cd24fb0d6963f7d28e17f72' });
    expect(readSdkFileId(ticket.sdkfileid)?.aesKey).toMatch(/^[0-9a-f]{32}$/);
    const drawn = (await call('POST', `corps/${corpId}/media`, { size: 700_000, seed: 's' })).body;
    expect(drawn.filesize).toBe(700_000);
    expect((await call('POST', `corps/${corpId}/media`, { size: -1, seed: 's' })).status).toBe(422);
  });

  it('makes the company talk now', async () => {
    const { call, makeCorp, simulator } = open();
    const { corpId } = await makeCorp();
    const { seqs } = (await call('POST', `corps/${corpId}/talk`, { messages: 25, overMs: 60_000 })).body;
    expect(seqs).toHaveLength(25);
    const messages = simulator.corps.find(corpId)?.listAfter(0n, 100) ?? [];
    const now = createTestClock().now();
    for (const message of messages) {
      const { msgtime } = JSON.parse(Buffer.from(message.plaintext).toString());
      expect(msgtime).toBeGreaterThanOrEqual(now - 60_000);
      expect(msgtime).toBeLessThanOrEqual(now);
    }
  });

  it('loads the samples in file order with the exact text of each', async () => {
    const { call, makeCorp, simulator } = open();
    const { corpId, key, pull } = await makeCorp();
    expect((await call('POST', `corps/${corpId}/samples`)).body.seqs).toHaveLength(158);
    const { chatdata } = await pull();
    expect(chatdata?.map((entry) => openEntry(entry, key))).toEqual(readSamples().map((sample) => sample.message));

    const find = (name: string) => {
      const sample = readSamples().find((candidate) => candidate.case === name)?.message ?? '';
      const id = readSdkFileId(/"sdkfileid": "([^"]+)"/.exec(sample)?.[1] ?? '');
      const found = simulator.corps.find(corpId)?.findMedia(id?.fileId ?? '', id?.authKey ?? '');
      return typeof found === 'object' ? found.file.size : found;
    };
    expect([find('image/external'), find('voice/external_amr'), find('file/zero_bytes')]).toEqual([184_326, 10_254, 0]);
    expect([find('video/large_many_shards'), find('file/over_uint32_size')]).toEqual(['gone', 'gone']);
  });

  it('plans and clears faults, and refuses unknown ones', async () => {
    const { call, makeCorp } = open();
    const { corpId, pull } = await makeCorp();
    const planned = await call('POST', `corps/${corpId}/faults`, { kind: 'errcode', errcode: -1, times: 3 });
    expect(planned.body.faults).toEqual([{ on: 'chat', kind: 'errcode', errcode: -1, times: 3 }]);
    expect((await pull()).errcode).toBe(-1);
    expect((await call('GET', `corps/${corpId}/faults`)).body.faults[0].times).toBe(2);
    expect((await call('DELETE', `corps/${corpId}/faults`)).body.faults).toEqual([]);
    expect((await pull()).errcode).toBe(0);
    for (const body of [{ kind: 'flood' }, { on: 'moon', kind: 'delay' }, { on: 'media', kind: 'redelivery' }]) {
      expect((await call('POST', `corps/${corpId}/faults`, body)).status).toBe(422);
    }
  });

  it('plans faults of the calls for people, for a stretch of the clock or until cleared', async () => {
    const { call, makeCorp } = open();
    const { corpId } = await makeCorp();
    const until = createTestClock().now() + 3_600_000;
    const hour = { on: 'contacts', kind: 'hang', forMs: 3_600_000, api: 'externalcontact/' };
    await call('POST', `corps/${corpId}/faults`, hour);
    const planned = await call('POST', `corps/${corpId}/faults`, {
      on: 'contacts',
      kind: 'throttle',
      untilCleared: true,
    });
    expect(planned.body.faults).toEqual([
      { on: 'contacts', kind: 'hang', api: 'externalcontact/', times: UNTIL_CLEARED, until },
      { on: 'contacts', kind: 'throttle', times: UNTIL_CLEARED },
    ]);
    expect((await call('POST', `corps/${corpId}/faults`, { kind: 'drop', api: 'user/get' })).status).toBe(422);
  });

  it('changes people and rooms by name, and shows what WeCom knows of them', async () => {
    const { call, makeCorp } = open();
    const { corpId } = await makeCorp();
    const act = async (body: object) => (await call('POST', `corps/${corpId}/directory`, body)).status;
    const before = (await call('GET', `corps/${corpId}/directory`)).body;
    const { id } = before.rooms[0];
    expect(await act({ act: 'renameEmployee', userid: 'ZhaoKai', name: '赵凯旋' })).toBe(201);
    expect(await act({ act: 'addMembers', id, people: ['FengLan'] })).toBe(201);
    expect(
      await act({ act: 'setConsent', userid: 'ZhaoKai', externalId: before.customers[0].id, consent: 'Agree' }),
    ).toBe(201);
    const after = (await call('GET', `corps/${corpId}/directory`)).body;
    expect(after.employees).toContainEqual(expect.objectContaining({ userid: 'ZhaoKai', name: '赵凯旋' }));
    expect(after.rooms[0].members.at(-1)).toMatchObject({ id: 'FengLan', invitor: 'LinXiaoyu' });
    expect([after.departments.length, after.follows.length, after.robots.length, after.tagGroups.length]).toEqual([
      6, 18, 1, 2,
    ]);
    for (const wrong of [
      { act: 'toString' },
      { act: 'renameRoom', id },
      { act: 'setStatus', userid: 'ZhaoKai', status: 3 },
    ]) {
      expect(await act(wrong)).toBe(422);
    }
  });

  it('makes a crowd, tells the two kinds of the contacts secret apart, and counts calls', async () => {
    const { call, makeCorp, simulator } = open();
    const { corpId } = await makeCorp();
    const crowd = await call('PUT', `corps/${corpId}/crowd`, { employees: 10, customers: 100 });
    expect(crowd.body.first.userid).toBe('crowd-000000');
    expect((await call('GET', `corps/${corpId}/directory`)).body.employees).toHaveLength(8);
    expect((await call('PUT', `corps/${corpId}/contacts-kind`, { kind: 'app' })).body).toEqual({ kind: 'app' });
    expect((await call('PUT', `corps/${corpId}/contacts-kind`, { kind: 'old' })).status).toBe(422);
    expect((await call('PUT', `corps/${corpId}/app-trusted-ips`, { ips: ['127.0.0.1'] })).body.ips).toEqual([
      '127.0.0.1',
    ]);
    const { contactsSecret } = (await call('GET', `corps/${corpId}`)).body;
    const { access_token } = await fetchToken(simulator, corpId, contactsSecret);
    await simulator.app.request(`/cgi-bin/user/get?userid=crowd-000009&access_token=${String(access_token)}`);
    const once = { calls: 1, highestMinute: 1, highestHour: 1, over: 0 };
    expect((await call('GET', `corps/${corpId}/calls`)).body).toEqual({
      calls: { gettoken: { calls: 2, highestMinute: 2, highestHour: 2, over: 0 }, 'user/get': once },
    });
  });

  it('names unknown companies and malformed bodies', async () => {
    const { call, simulator } = open();
    expect((await call('GET', 'corps/ww0000000000000000')).status).toBe(404);
    const answer = await simulator.app.request('/console/api/corps', { method: 'POST', body: '{' });
    expect(answer.status).toBe(422);
  });
});

describe('the console pages', () => {
  it('speak Chinese first and English when asked, and say that they are simulated', async () => {
    const { simulator } = open();
    const zh = await (await simulator.app.request('/console')).text();
    expect(zh).toContain('<html lang="zh-CN">');
    expect(zh).toContain('模拟企业微信管理后台');
    expect(zh).toContain('管理工具 › 企业会话内容存档');
    expect(await (await simulator.app.request('/console?lang=en')).text()).toContain('Simulated WeCom console');
  });

  it('lead from a new company to its keys, addresses and talk by forms alone', async () => {
    const { simulator, submit } = open();
    const made = await submit('corps?lang=en', { name: '<b>果园</b>', talking: 'on' });
    expect(made.status).toBe(303);
    const path = made.headers.get('location') ?? '';
    const corp = simulator.corps.list()[0] ?? expect.fail('no company');
    expect(path).toBe(`/console/corps/${corp.corpId}?lang=en`);
    const page = async () => (await simulator.app.request(path)).text();
    expect(await page()).toContain(corp.archiveSecret);
    expect(await page()).toContain('&lt;b&gt;果园&lt;/b&gt;');

    await submit(`corps/${corp.corpId}/trusted-ips`, { ips: '127.0.0.1\n203.0.113.7' });
    await submit(`corps/${corp.corpId}/public-keys`, { pem: createKeyPair().pem });
    await submit(`corps/${corp.corpId}/talk`, { messages: '12', overMinutes: '5' });
    await submit(`corps/${corp.corpId}/faults`, { fault: 'chat garbled', times: '2', errcode: '-1' });
    await submit(`corps/${corp.corpId}/settings`, { state: 'expired' });
    expect(corp.trustedIps).toEqual(['127.0.0.1', '203.0.113.7']);
    expect([corp.publicKeys.length, corp.seqs.length, corp.archiveState, corp.talking]).toEqual([
      1,
      12,
      'expired',
      false,
    ]);
    expect(corp.faults.list()).toEqual([{ on: 'chat', kind: 'garbled', times: 2 }]);
    expect(await page()).toContain('Version 1');
  });

  it('show the further secrets and people, and change them by forms', async () => {
    const { simulator, submit } = open();
    await submit('corps', { name: '果园' });
    const corp = simulator.corps.list()[0] ?? expect.fail('no company');
    const path = `corps/${corp.corpId}`;
    const change = (fields: Record<string, string>) => submit(`${path}/directory`, fields);
    const [wang] = corp.directory.customers();
    const [room] = corp.directory.rooms();
    await change({ act: 'renameCustomer', id: wang?.id ?? '', name: '王丽丽' });
    await change({ act: 'changeRemark', relation: `ZhaoKai ${wang?.id}`, remark: '春熙店老板' });
    await change({ act: 'removeEmployee', userid: 'HeJun' });
    await change({ act: 'renameRoom', id: room?.id ?? '', name: '门店大群' });
    await submit(`${path}/app`, { kind: 'app', ips: '203.0.113.7' });
    await submit(`${path}/faults`, { fault: 'contacts hang', times: '1', api: 'user/get', forMinutes: '60' });
    const page = await (await simulator.app.request(`/console/${path}`)).text();
    for (const text of [
      '王丽丽',
      '春熙店老板',
      '门店大群',
      '203.0.113.7',
      corp.secrets.contacts,
      corp.secrets.customer_contact,
    ]) {
      expect(page).toContain(text);
    }
    expect(page).not.toContain('何军');
    expect([corp.contactsKind, corp.faults.list()[0]?.api]).toEqual(['app', 'user/get']);
  });

  it('show the sentence when a form is not taken', async () => {
    const { simulator, submit } = open();
    await submit('corps', { name: '果园' });
    const corp = simulator.corps.list()[0] ?? expect.fail('no company');
    const answer = await submit(`corps/${corp.corpId}/public-keys?lang=en`, { pem: 'hello' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('This is no public key');
  });
});
