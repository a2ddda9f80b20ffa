import { inTenant, listAudit } from '@highwater/db';
import { ROW_TIME } from '@highwater/testkit';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Json } from '../testing/browser.ts';
import { makeCompany, type Company } from '../testing/company.ts';
import { knowPeople, type KnownPeople } from '../testing/know-people.ts';
import { CUSTOMER, makeOrchard, ROOM, type Orchard } from '../testing/orchard.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

const OTHER_ID = 'wmCustomerOfTheOrchard0002';
const HIDDEN_ID = 'wmCustomerOfTheOrchard0003';

let api: TestApi;
let company: Company;
let orchard: Orchard;
let know: KnownPeople;
let path: string;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
  orchard = await makeOrchard(api, company);
  const { connectionId, say } = orchard.talk;
  path = `/v1/connections/${connectionId}/people`;
  await say({ from: 'LinXiaoyu', to: [OTHER_ID], text: '换了号吗' });
  await say({ from: 'boss', to: [HIDDEN_ID], text: '别告诉他们' });
  know = knowPeople(api, company.tenantId, connectionId);
  const at = new Date(ROW_TIME);
  const seen = { seen_from: at, seen_until: at };
  for (const [department_id, parent_id, name] of [
    [1, 0, '青橙果业'],
    [7, 1, '华东销售'],
  ]) {
    await know.row('departments', { department_id, parent_id, name, ...seen });
  }
  await know.person('linxiaoyu', { name: '林小雨', state: 'complete', department_ids: [7], employee_status: 5 });
  await know.interval({ key: 'linxiaoyu', attribute: 'departments', value: '7,99', from: ROW_TIME });
  await know.row('permits', { person_key: 'linxiaoyu', edition: 2, ...seen });
  await know.person('boss', { name: '周总' });
  await know.person(CUSTOMER, {
    name: '王丽',
    state: 'partial',
    fault: 'scope.missing',
    corp_name: '晨光水果店',
    contact_type: 2,
    unionid: 'o-wang',
  });
  for (const key of [OTHER_ID, HIDDEN_ID]) await know.person(key, { unionid: 'o-wang' });
  await know.interval({ key: CUSTOMER, value: '阿丽', from: ROW_TIME - 9000, endedBy: ROW_TIME - 5000 });
  await know.interval({ key: CUSTOMER, value: '王丽', from: ROW_TIME - 5000 });
  for (const [employee_key, remark] of [
    ['linxiaoyu', '门店老板'],
    ['boss', '欠款客户'],
  ]) {
    await know.row('follows', { external_key: CUSTOMER, employee_key, remark, tags: ['VIP'], ...seen });
    const noted = { subject: 'follow', key: `${CUSTOMER} ${employee_key}`, attribute: 'remark' } as const;
    await know.interval({ ...noted, value: remark ?? '', from: ROW_TIME });
  }
  await know.row('room_members', { room_id: ROOM, person_key: CUSTOMER, nickname: '丽姐', ...seen });
});
afterAll(() => api.stop());

const open = (browser = company.owner, key = CUSTOMER) => browser.ask('GET', `${path}/${key}`);
const namesOf = ({ items = [] }: Json) => (items as { currentName: string }[]).map(({ currentName }) => currentName);

it('tells of a contact who they are, what employees call them, and what was seen when', async () => {
  const { status, body } = await open();
  expect(status).toBe(200);
  expect(body).toMatchObject({
    displayName: '王丽',
    corpName: '晨光水果店',
    contactType: 'wecom',
    state: 'partial',
    fault: 'scope.missing',
    remarks: ['欠款客户', '门店老板'],
    follows: [
      { employee: { displayName: '周总' }, remark: '欠款客户', tags: ['VIP'] },
      { employee: { displayName: '林小雨', hasLeft: true }, remark: '门店老板' },
    ],
    history: [
      { attribute: 'remark', value: '欠款客户', employee: { personKey: 'boss' }, endedBy: null },
      { attribute: 'remark', value: '门店老板' },
      { attribute: 'name', value: '王丽', employee: null, seenFrom: ROW_TIME - 5000 },
      { attribute: 'name', value: '阿丽', endedBy: ROW_TIME - 5000 },
    ],
    rooms: [{ roomId: ROOM, stays: [{ nickname: '丽姐', endedBy: null }] }],
  });
});

it('tells of an employee the way down to the department, and when they were in scope', async () => {
  const { body } = await open(company.owner, 'linxiaoyu');
  expect(body).toMatchObject({
    employment: 'left',
    departments: [{ departmentId: '7', path: ['青橙果业', '华东销售'] }],
    permits: [{ edition: 'service', endedBy: null }],
    history: [{ attribute: 'departments', value: '华东销售、#99' }],
    customer: null,
  });
});

it('tells a narrowed reader nothing of what other employees noted, nor of people it may not see', async () => {
  const { body } = await open(company.viewer);
  expect(body).toMatchObject({ remarks: ['门店老板'], follows: [{ remark: '门店老板' }] });
  const told = JSON.stringify(body);
  for (const hidden of ['欠款客户', HIDDEN_ID]) expect(told).not.toContain(hidden);
  expect(told).toContain(OTHER_ID);
  expect((await open(company.viewer, HIDDEN_ID)).status).toBe(404);
  expect((await open(company.viewer, 'zhaokai')).status).toBe(404);
});

it('writes down who opened a record, and whom it was about', async () => {
  await open();
  const rows = await inTenant(api.database.database, company.tenantId, (tx) =>
    listAudit(tx, { before: null, limit: 1 }),
  );
  expect(rows).toMatchObject([{ event: 'person.viewed', subject: `person:${CUSTOMER}` }]);
});

it('shows ids of one unionid as one customer, who can be told apart and put together again', async () => {
  const customer = async (key = CUSTOMER) => (await open(company.owner, key)).body['customer'];
  expect(await customer()).toMatchObject({
    isSplit: false,
    others: [
      { person: { personKey: OTHER_ID, label: expect.stringMatching(/^外部联系人 [0-9A-F]{4}$/) }, isSplit: false },
      { person: { personKey: HIDDEN_ID } },
    ],
  });
  const change = (verb: string, browser = company.admin) =>
    browser.ask('POST', `${path}/${OTHER_ID}/${verb}`).then(({ status }) => status);
  expect(await change('separate', company.viewer)).toBe(403);
  expect([await change('separate'), await change('separate')]).toEqual([204, 204]);
  expect(await customer()).toMatchObject({ others: [{ person: { personKey: OTHER_ID }, isSplit: true }, {}] });
  expect(await customer(OTHER_ID)).toMatchObject({ isSplit: true });
  expect(await change('join')).toBe(204);
  expect(await customer(OTHER_ID)).toMatchObject({ isSplit: false });
  expect((await company.owner.ask('POST', `${path}/nobody/separate`)).status).toBe(404);

  const rows = await inTenant(api.database.database, company.tenantId, (tx) =>
    listAudit(tx, { before: null, limit: 20 }),
  );
  const changes = rows
    .filter(({ event }) => event.startsWith('customer.'))
    .map(({ event, subject }) => [event, subject]);
  expect(changes).toEqual([
    ['customer.joined', `person:${OTHER_ID}`],
    ['customer.separated', `person:${OTHER_ID}`],
  ]);
});

it('finds people by state, by an earlier name, by remarks the reader may know, and by key', async () => {
  const list = async (query: string, browser = company.owner) => (await browser.ask('GET', `/v1/people?${query}`)).body;
  expect(namesOf(await list('state=partial'))).toEqual(['王丽']);
  expect(namesOf(await list(`q=${encodeURIComponent('阿丽')}`))).toEqual(['王丽']);
  expect(namesOf(await list(`q=${encodeURIComponent('欠款')}`))).toEqual(['王丽']);
  expect(namesOf(await list(`q=${encodeURIComponent('欠款')}`, company.viewer))).toEqual([]);
  expect(namesOf(await list(`key=linxiaoyu&key=${CUSTOMER}`))).toEqual(['林小雨', '王丽']);
  expect((await company.owner.ask('GET', '/v1/people?state=odd')).status).toBe(422);
});

it('names who has no name by the same label in every language of the answer', async () => {
  const label = async (language: string) =>
    (await company.owner.ask('GET', `${path}/${OTHER_ID}`, { headers: { 'accept-language': language } })).body['label'];
  const [chinese, english] = [String(await label('zh-CN')), String(await label('en'))];
  expect(chinese).toMatch(/^外部联系人 /);
  expect(english).toBe(`External contact ${chinese.slice(-4)}`);
});
