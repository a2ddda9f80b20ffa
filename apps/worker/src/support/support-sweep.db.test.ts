import { randomUUID } from 'node:crypto';
import {
  appendAudit,
  approveSupport,
  askSupport,
  endSupport,
  findSupportRequest,
  inTenant,
  SUPPORT_LOOKED,
} from '@highwater/db';
import type { MemberId, OperatorId, SupportRequestId } from '@highwater/domain';
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { createHandOverFixture, type Company, type HandOverFixture } from '../exports/testing/hand-over-fixture.ts';
import { createSupportSweep } from './support-sweep.ts';

const HOUR = 3_600_000;
const REASON = '客户反馈消息没有到，需要查看';

let fixture: HandOverFixture;
let company: Company;
let owner: MemberId;
beforeAll(async () => {
  fixture = await createHandOverFixture(inject('superuser'));
  company = await fixture.makeCompany();
  owner = await fixture.addMember(company.tenantId, 'owner');
  await fixture.addMember(company.tenantId, 'admin');
});
afterAll(() => fixture.close());
beforeEach(() => {
  fixture.mails.length = 0;
});

const tick = () => createSupportSweep(fixture.deps).run();
const inCompany = <Result>(work: Parameters<typeof inTenant<Result>>[2]) =>
  inTenant(fixture.database, company.tenantId, work);

async function ask(): Promise<SupportRequestId> {
  const requestId = randomUUID() as string as SupportRequestId;
  const now = fixture.clock.at;
  const by = { operatorId: 'op' as OperatorId, operatorName: '运营小林', reason: REASON };
  await inCompany((tx) =>
    askSupport(tx, { requestId, ...by, scopes: ['health'], hours: 2, now, answerUntil: now + 24 * HOUR }),
  );
  return requestId;
}
async function open(): Promise<SupportRequestId> {
  const requestId = await ask();
  const given = { scopes: ['health'] as const, hours: 2, people: [], rooms: [], sentFrom: null, sentUntil: null };
  await inCompany((tx) => approveSupport(tx, requestId, given, { memberId: owner, now: fixture.clock.at }));
  return requestId;
}
const stateOf = async (requestId: SupportRequestId) => inCompany((tx) => findSupportRequest(tx, requestId));

it('tells owners once, and nobody else, that support is asked for and why', async () => {
  await ask();
  await tick();
  await tick();
  expect(fixture.mails.map(({ to }) => to)).toEqual([`${owner}@example.com`]);
  expect(fixture.mails[0]?.text).toContain(REASON);
  expect(fixture.mails[0]?.text).toContain('https://archive.example/settings/support');
});

it('ends what its hours have ended, and tells the owner what was looked at', async () => {
  const requestId = await open();
  const { number } = (await stateOf(requestId)) ?? { number: 0 };
  await inCompany((tx) =>
    appendAudit(tx, {
      auditId: randomUUID(),
      at: fixture.clock.at + 1,
      memberId: null,
      actor: 'operator',
      event: SUPPORT_LOOKED,
      subject: 'route:/v1/overview',
      detail: { request: number, operation: 'getOverview' },
      address: null,
      requestId: null,
    }),
  );
  fixture.clock.at += 2 * HOUR;
  await tick();
  expect(await stateOf(requestId)).toMatchObject({ state: 'expired', endedBy: 'time' });
  fixture.mails.length = 0;
  await tick();
  expect(fixture.mails).toHaveLength(1);
  expect(fixture.mails[0]?.subject).toContain(String(number));
  expect(fixture.mails[0]?.text).toMatch(/1/);
  await tick();
  expect(fixture.mails).toHaveLength(1);
});

it('says so when nothing was looked at before the owner ended it, and mails nothing of what never opened', async () => {
  const requestId = await open();
  await inCompany((tx) => endSupport(tx, requestId, { by: 'owner', memberId: owner, now: fixture.clock.at }));
  const unanswered = await ask();
  await tick();
  fixture.clock.at += 25 * HOUR;
  fixture.mails.length = 0;
  await tick();
  await tick();
  expect(await stateOf(unanswered)).toMatchObject({ state: 'ended', endedBy: 'time', untilAt: null });
  expect(fixture.mails).toEqual([]);
});
