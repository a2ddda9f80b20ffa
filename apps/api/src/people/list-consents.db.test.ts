import { inTenant, saveConsents, type NewConsent } from '@highwater/db';
import type { PersonKey, RoomId } from '@highwater/domain';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { makeCompany, type Company } from '../testing/company.ts';
import { knowPeople } from '../testing/know-people.ts';
import { CUSTOMER, makeOrchard, ROOM, type Orchard } from '../testing/orchard.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import type { SaidMessage } from '../testing/talk.ts';

const PATH = `/v1/people/${CUSTOMER}/consents`;

let api: TestApi;
let company: Company;
let orchard: Orchard;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
  orchard = await makeOrchard(api, company);
  const decided = (message: SaidMessage, status: NewConsent['status'], changes: Partial<NewConsent> = {}) => ({
    messageId: message.messageId,
    externalPerson: CUSTOMER as PersonKey,
    employee: 'linxiaoyu' as PersonKey,
    roomId: null,
    status,
    decidedAt: message.sentAt,
    ...changes,
  });
  await inTenant(api.database.database, company.tenantId, (tx) =>
    saveConsents(tx, orchard.talk.connectionId, [
      decided(orchard.arrived, 'disagree'),
      decided(orchard.thanks, 'agree'),
      decided(orchard.shipping, 'agree', { employee: null, roomId: ROOM as RoomId }),
      decided(orchard.hiddenPair, 'disagree', { employee: 'zhaokai' as PersonKey }),
    ]),
  );
});
afterAll(() => api.stop());

const historyOf = async (browser: Browser, query = '') =>
  (await browser.ask<{ items: object[]; nextCursor: string | null }>('GET', PATH + query)).body;
const consentOf = async (browser: Browser) =>
  (await browser.ask<{ items: { consent: unknown }[] }>('GET', '/v1/people?kind=external_contact')).body.items[0]
    ?.consent;

it('shows what a person last decided towards each employee and room, and since when', async () => {
  expect(await consentOf(company.owner)).toEqual({
    state: 'mixed',
    since: orchard.shipping.sentAt,
    agreed: 2,
    refused: 1,
  });
  const { body } = await company.owner.ask<{ items: { consent: unknown }[] }>('GET', '/v1/people?kind=employee');
  expect(body.items.map(({ consent }) => consent)).toEqual([null, null, null]);
});

it('keeps the history, newest first, page by page', async () => {
  const { arrived, thanks, shipping, hiddenPair } = orchard;
  expect(await historyOf(company.owner)).toMatchObject({
    items: [
      { messageId: shipping.messageId, status: 'agree', employee: null, roomId: ROOM, roomName: null },
      { messageId: hiddenPair.messageId, status: 'disagree', employee: { personKey: 'zhaokai' } },
      { messageId: thanks.messageId, status: 'agree', employee: { writtenAs: 'LinXiaoyu' }, decidedAt: thanks.sentAt },
      { messageId: arrived.messageId, status: 'disagree' },
    ],
    nextCursor: null,
  });
  const first = await historyOf(company.owner, '?limit=3');
  expect(first.items).toHaveLength(3);
  const rest = await historyOf(company.owner, `?limit=3&cursor=${first.nextCursor}`);
  expect(rest).toMatchObject({ items: [{ messageId: arrived.messageId }], nextCursor: null });
});

it('tells a narrowed reader only of decisions in messages that it may see', async () => {
  const { items } = await historyOf(company.viewer);
  expect(items).toHaveLength(3);
  expect(JSON.stringify(items)).not.toContain(orchard.hiddenPair.messageId);
  expect(await consentOf(company.viewer)).toMatchObject({ state: 'agreed', agreed: 2, refused: 0 });
});

it('takes the newer of a message and of what WeCom answered, the same in the list, on the page and in the room', async () => {
  const { arrived, thanks, shipping, talk } = orchard;
  const { row } = knowPeople(api, company.tenantId, talk.connectionId);
  const told = (counterpart: string, in_room: boolean, status: string, changedAt: number | null) =>
    row('consent_states', {
      external_key: CUSTOMER,
      counterpart,
      in_room,
      status,
      changed_at: changedAt === null ? null : new Date(changedAt),
    });
  const seen = { seen_from: new Date(arrived.sentAt), seen_until: new Date(arrived.sentAt) };
  await row('room_members', { room_id: ROOM, person_key: CUSTOMER, ...seen });
  await told(ROOM, true, 'disagree', shipping.sentAt + 1000);
  await told('linxiaoyu', false, 'disagree', arrived.sentAt);
  await told('boss', false, 'default_agree', null);

  const consent = { state: 'mixed', since: shipping.sentAt + 1000, agreed: 1, refused: 1 };
  expect(await consentOf(company.viewer)).toEqual(consent);
  const page = (await company.viewer.ask('GET', `/v1/connections/${talk.connectionId}/people/${CUSTOMER}`)).body;
  expect(page).toMatchObject({
    consent,
    consentStates: [
      { employee: { personKey: 'linxiaoyu' }, status: 'agree', changedAt: thanks.sentAt, messageId: thanks.messageId },
      { roomId: ROOM, status: 'disagree', changedAt: shipping.sentAt + 1000, messageId: null },
    ],
  });
  expect(page['consentStates']).toHaveLength(2);
  const members = `/v1/connections/${talk.connectionId}/rooms/${ROOM}/members`;
  expect((await company.viewer.ask('GET', members)).body).toMatchObject({
    items: [{ consent: 'disagree', consentChangedAt: shipping.sentAt + 1000 }],
  });
  expect(await consentOf(company.owner)).toMatchObject({ agreed: 2, refused: 2 });
});

it('knows nothing of people who decided nothing', async () => {
  const { body } = await company.owner.ask('GET', '/v1/people/wmNobodyOfTheOrchard00001/consents');
  expect(body).toEqual({ items: [], nextCursor: null });
});
