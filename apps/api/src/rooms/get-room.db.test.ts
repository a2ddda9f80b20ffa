import { inTenant } from '@highwater/db';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { joinCompany, makeCompany, type Company } from '../testing/company.ts';
import { CUSTOMER, makeOrchard, ROOM, type Orchard } from '../testing/orchard.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

const STRANGER = 'wmStrangerInTheRoom000001';

let api: TestApi;
let company: Company;
let others: Company;
let orchard: Orchard;
let path: string;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
  others = await makeCompany(api, '邻居');
  orchard = await makeOrchard(api, company);
  const { connectionId } = orchard.talk;
  path = `/v1/connections/${connectionId}/rooms/${ROOM}`;
  const look = new Date(orchard.quote.sentAt + 3_600_000);
  const next = new Date(orchard.quote.sentAt + 7_200_000);
  await inTenant(api.database.database, company.tenantId, async (tx) => {
    await tx.query(
      `UPDATE hw.rooms SET state = 'complete', room_kind = 'customer', name = '果园采购群', owner = 'boss', member_count = 4,
         looked_at = $2, next_look_at = $3 WHERE tenant_id = $1`,
      [tx.tenantId, look, next],
    );
    const interval = `INSERT INTO hw.intervals VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8)`;
    const change = [tx.tenantId, connectionId, 'room', ROOM];
    await tx.query(interval, [...change, 'name', '果园群', look, next]);
    await tx.query(interval, [...change, 'name', '果园采购群', next, null]);
    await tx.query(interval, [...change, 'owner', 'boss', look, null]);
    await tx.query(interval, [tx.tenantId, connectionId, 'person', STRANGER, 'name', '路人', look, null]);
    for (const [person, ended, inviter] of [
      ['boss', null, null],
      ['linxiaoyu', null, 'boss'],
      [CUSTOMER, next, 'zhaokai'],
      [STRANGER, null, 'boss'],
    ] as const) {
      await tx.query(
        `INSERT INTO hw.room_members (tenant_id, connection_id, room_id, person_key, seen_from, seen_until, ended_by, invited_by)
         VALUES ($1, $2, $3, $4, $5, $5, $6, $7)`,
        [tx.tenantId, connectionId, ROOM, person, look, ended, inviter],
      );
    }
  });
});
afterAll(() => api.stop());

interface Member {
  readonly person: { readonly personKey: string };
}

const members = async (browser: Browser, query = '') =>
  (await browser.ask<{ items: Member[]; nextCursor: string | null }>('GET', `${path}/members${query}`)).body;

it('tells a room with its owner, its names over time and how many are in it', async () => {
  expect((await company.owner.ask('GET', path)).body).toMatchObject({
    roomId: ROOM,
    name: '果园采购群',
    state: 'complete',
    roomKind: 'customer',
    owner: { personKey: 'boss', kind: 'employee' },
    members: { present: 3, left: 1 },
    memberCount: 4,
    lastMessageId: orchard.quote.messageId,
    isPartial: false,
    history: [
      { attribute: 'name', value: '果园采购群', endedBy: null, person: null },
      { attribute: 'name', value: '果园群', endedBy: expect.any(Number) },
      { attribute: 'owner', person: { personKey: 'boss' } },
    ],
  });
});

it('lists who is there and who left, strangers by the name that the room knows, page by page', async () => {
  const first = await members(company.owner, '?limit=2');
  expect(first.items).toMatchObject([
    { person: { personKey: 'boss' }, invitedBy: null },
    { person: { personKey: 'linxiaoyu', writtenAs: 'LinXiaoyu' }, invitedBy: { personKey: 'boss' }, joinedAt: null },
  ]);
  const rest = await members(company.owner, `?limit=2&cursor=${first.nextCursor}`);
  expect(rest).toMatchObject({
    items: [{ person: { personKey: STRANGER, kind: 'external_contact', name: '路人' }, isStranger: true }],
    nextCursor: null,
  });
  const left = await members(company.owner, '?state=left');
  expect(left.items).toMatchObject([{ person: { personKey: CUSTOMER }, endedBy: expect.any(Number) }]);
});

it('tells a narrowed reader of nobody whom it sees in no message', async () => {
  expect((await members(company.viewer)).items.map(({ person }) => person.personKey)).toEqual(['boss', 'linxiaoyu']);
  // Zhaokai invited the customer, and takes part in nothing that the viewer sees.
  expect((await members(company.viewer, '?state=left')).items).toMatchObject([
    { person: { personKey: CUSTOMER }, invitedBy: null },
  ]);
  expect((await company.viewer.ask('GET', path)).body).toMatchObject({
    members: { present: 2 },
    memberCount: null,
    isPartial: true,
  });
});

it('is missing for who sees nothing in it', async () => {
  const other = await joinCompany(api, company.owner, company.tenantId, { role: 'viewer', employees: ['chenjie'] });
  for (const browser of [other, others.owner]) {
    expect(await browser.faultOf('GET', path)).toBe('thing.missing');
    expect(await browser.faultOf('GET', `${path}/members`)).toBe('thing.missing');
  }
});

it('finds rooms by state, kind, and a name of today or before', async () => {
  const find = async (query: string) =>
    (await company.owner.ask<{ items: object[] }>('GET', `/v1/rooms?${query}`)).body.items.length;
  expect(await find(`q=${encodeURIComponent('采购')}`)).toBe(1);
  expect(await find(`q=${encodeURIComponent('果园群')}`)).toBe(1);
  expect(await find('state=complete&kind=customer')).toBe(1);
  expect(await find('state=gone')).toBe(0);
  expect(await find('kind=internal')).toBe(0);
});
