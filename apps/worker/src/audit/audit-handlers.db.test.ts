import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createLedgerSigner, readLedgerKeys } from '@highwater/crypto';
import { appendAudit, createPool, findAuditCheck, findOpenFinding, findStatement, inTenant } from '@highwater/db';
import type { MemberId, TenantId } from '@highwater/domain';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { ChainDeps } from '../deps.ts';
import { createHandOverFixture, type HandOverFixture } from '../exports/testing/hand-over-fixture.ts';
import { createAuditFollowUps, createAuditHandlers } from './audit-handlers.ts';
import { linkAudits, signAuditCheckpoint } from './audit-sweeps.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const keys = readLedgerKeys(publicKey.export({ type: 'spki', format: 'pem' }).toString());
const signer = createLedgerSigner(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());

let fixture: HandOverFixture;
let superuser: pg.Pool;
let tenantId: TenantId;
let owner: MemberId;
let deps: Parameters<typeof createAuditHandlers>[0] & Parameters<typeof createAuditFollowUps>[0];
const jobs: { readonly queue: string; readonly payload: unknown }[] = [];

beforeAll(async () => {
  fixture = await createHandOverFixture(inject('superuser'));
  superuser = createPool({ ...inject('superuser'), database: fixture.login('hw_app').database }, { max: 1 });
});
afterAll(async () => {
  await superuser.end();
  await fixture.close();
});
beforeEach(async () => {
  ({ tenantId } = await fixture.makeCompany());
  owner = await fixture.addMember(tenantId, 'owner');
  jobs.length = 0;
  fixture.mails.length = 0;
  const enqueue = async (_tx: unknown, queue: string, payload: unknown) => void jobs.push({ queue, payload });
  deps = {
    ...fixture.deps,
    log: fixture.chainDeps.log,
    ledger: { signer, keys },
    enqueue,
    enqueueMany: async () => undefined,
  } as typeof deps;
});

/** What a member opened at a time. */
async function look(at: number, event = 'conversation.viewed', subject = `conversation:${randomUUID()}`) {
  const line = { auditId: randomUUID(), at, memberId: owner, actor: 'member', event, subject, detail: {} } as const;
  await inTenant(fixture.database, tenantId, (tx) => appendAudit(tx, { ...line, address: null, requestId: null }));
}
async function setZone(zone: string, createdAt: number) {
  await superuser.query('UPDATE hw.tenants SET zone = $2, created_at = $3 WHERE tenant_id = $1', [
    tenantId,
    zone,
    new Date(createdAt),
  ]);
}
async function sweep(name: string, now: number) {
  fixture.clock.at = now;
  for (const each of createAuditFollowUps(deps)) if (each.name === name) await each.run({} as ChainDeps, now);
}
const statementOf = (month: string) => inTenant(fixture.database, tenantId, (tx) => findStatement(tx, month));
const own = (queue: string) =>
  jobs.filter((job) => job.queue === queue && JSON.stringify(job.payload).includes(tenantId));

describe('the statement of a month', () => {
  it('is made once, when the month is over by the clocks of the company', async () => {
    // New York goes back to winter time on 1 November 2026: October ends at 04:00 UTC, November at 05:00.
    await setZone('America/New_York', Date.UTC(2026, 8, 1));
    await look(Date.UTC(2026, 10, 1, 3, 59));
    await look(Date.UTC(2026, 10, 1, 4, 1));
    await look(Date.UTC(2026, 11, 1, 4, 59));
    await sweep('statements', Date.UTC(2026, 10, 1, 3, 59));
    expect(await statementOf('2026-10')).toBeUndefined();
    await sweep('statements', Date.UTC(2026, 10, 1, 4, 0));
    await sweep('statements', Date.UTC(2026, 10, 1, 4, 10));
    const october = await statementOf('2026-10');
    expect(october).toMatchObject({ fromAt: Date.UTC(2026, 9, 1, 4), untilAt: Date.UTC(2026, 10, 1, 4) });
    expect(october?.lines[0]).toMatchObject({ memberId: owner, conversations: 1 });
    const mailed = own('send-statement-mail').filter(({ payload }) => JSON.stringify(payload).includes('2026-10'));
    expect(mailed).toHaveLength(1);
    await sweep('statements', Date.UTC(2026, 11, 1, 5, 0));
    expect((await statementOf('2026-11'))?.lines[0]).toMatchObject({ conversations: 2 });
  });

  it('is not made of a month before the company began', async () => {
    await setZone('Asia/Shanghai', Date.UTC(2026, 10, 2));
    await sweep('statements', Date.UTC(2026, 10, 20));
    expect(await statementOf('2026-10')).toBeUndefined();
  });

  it('counts each thing once that was opened, and what was refused', async () => {
    await setZone('UTC', Date.UTC(2026, 8, 1));
    const at = Date.UTC(2026, 9, 10);
    const twice = `conversation:${randomUUID()}`;
    for (const subject of [twice, twice]) await look(at, 'conversation.viewed', subject);
    await look(at, 'person.viewed', 'person:chenmin');
    await look(at, 'media.opened', `media:${randomUUID()}`);
    await look(at, 'messages.searched', 'person:chenmin');
    await look(at, 'access.denied', 'route:/v1/audit');
    await sweep('statements', Date.UTC(2026, 10, 1));
    expect((await statementOf('2026-10'))?.lines[0]).toEqual({
      memberId: owner,
      conversations: 1,
      people: 1,
      files: 1,
      searches: 1,
      exports: 0,
      downloads: 0,
      denials: 1,
      top: [{ subject: 'person:chenmin', times: 1 }],
    });
  });

  it('is mailed to owners with numbers, a link and a checkpoint, and named to nobody', async () => {
    await setZone('UTC', Date.UTC(2026, 8, 1));
    await look(Date.UTC(2026, 9, 10), 'person.viewed', 'person:chenmin');
    await linkAudits(deps, tenantId);
    fixture.clock.at = Date.UTC(2026, 9, 11);
    await signAuditCheckpoint(deps, tenantId);
    await sweep('statements', Date.UTC(2026, 10, 1));
    const send = () =>
      createAuditHandlers(deps)['send-statement-mail']({ tenantId, month: '2026-10', memberId: owner });
    await send();
    await send();
    expect(fixture.mails).toHaveLength(1);
    const [mail] = fixture.mails;
    expect(mail?.text).toContain('/audit/statements/2026-10');
    expect(mail?.text).toMatch(/\d+:[0-9a-f]{64}/);
    expect(mail?.text).not.toContain('chenmin');
  });

  it('goes to nobody who is no owner any more', async () => {
    await setZone('UTC', Date.UTC(2026, 8, 1));
    await sweep('statements', Date.UTC(2026, 10, 1));
    await superuser.query("UPDATE hw.members SET role = 'viewer' WHERE member_id = $1", [owner]);
    await createAuditHandlers(deps)['send-statement-mail']({ tenantId, month: '2026-10', memberId: owner });
    expect(fixture.mails).toHaveLength(0);
  });
});

describe('the comparison by night', () => {
  const check = () => createAuditHandlers(deps)['check-audit']({ tenantId });
  const finding = () =>
    inTenant(fixture.database, tenantId, (tx) => findOpenFinding(tx, 'audit.broken', 'audit:chain'));

  it('is due once a day, and finds nothing where nothing was touched', async () => {
    const now = Date.UTC(2026, 10, 22, 3);
    await look(now - 120_000);
    await linkAudits(deps, tenantId);
    await sweep('audit checks', now);
    expect(own('check-audit')).toHaveLength(1);
    await check();
    expect(await inTenant(fixture.database, tenantId, findAuditCheck)).toEqual({
      checkedAt: now,
      position: expect.any(Number),
      problems: 0,
    });
    await sweep('audit checks', now + 3_600_000);
    expect(own('check-audit')).toHaveLength(1);
    await sweep('audit checks', now + 25 * 3_600_000);
    expect(own('check-audit')).toHaveLength(2);
    expect(await finding()).toBeUndefined();
  });

  it('raises a finding for what was changed, and takes it back when it agrees again', async () => {
    const now = Date.UTC(2026, 10, 23, 3);
    fixture.clock.at = now;
    await look(now - 120_000, 'message.viewed');
    await linkAudits(deps, tenantId);
    const set = (event: string) =>
      superuser.query("UPDATE hw.audit SET event = $2 WHERE tenant_id = $1 AND event IN ('message.viewed', 'x')", [
        tenantId,
        event,
      ]);
    await set('x');
    await check();
    expect(await finding()).toMatchObject({ detail: { problems: 1 } });
    await set('message.viewed');
    await check();
    expect(await finding()).toBeUndefined();
  });

  it('tells each owner of a break once, in their language, what to do and nothing of the log', async () => {
    const now = Date.UTC(2026, 10, 24, 3);
    fixture.clock.at = now;
    const second = await fixture.addMember(tenantId, 'owner');
    await superuser.query("UPDATE hw.members SET language = 'en' WHERE member_id = $1", [second]);
    await look(now - 120_000, 'message.viewed', 'message:mango');
    await linkAudits(deps, tenantId);
    await superuser.query("UPDATE hw.audit SET event = 'x' WHERE tenant_id = $1 AND subject = 'message:mango'", [
      tenantId,
    ]);
    await check();
    await check();
    const jobs = own('send-break-mail').map(({ payload }) => payload as { tenantId: string; memberId: string });
    expect(jobs.map(({ memberId }) => memberId).toSorted()).toEqual([owner, second].toSorted());
    for (const job of jobs) await createAuditHandlers(deps)['send-break-mail'](job);
    expect(fixture.mails).toHaveLength(2);
    const [zh, en] = fixture.mails.toSorted((a, b) => (a.subject < b.subject ? 1 : -1));
    for (const mail of fixture.mails) {
      expect(mail.text).toContain('/audit/verify');
      expect(mail.text).not.toContain('mango');
    }
    expect([zh?.subject, en?.subject].join(' ')).toMatch(/审计日志与校验链不符/);
    expect([zh?.text, en?.text].join(' ')).toMatch(/contact us/);
    await superuser.query("UPDATE hw.members SET role = 'admin' WHERE member_id = $1", [owner]);
    for (const job of jobs) if (job.memberId === owner) await createAuditHandlers(deps)['send-break-mail'](job);
    expect(fixture.mails).toHaveLength(2);
  });

  it('tells of the next break again', async () => {
    const now = Date.UTC(2026, 10, 25, 3);
    fixture.clock.at = now;
    await look(now - 120_000, 'message.viewed', 'message:again');
    await linkAudits(deps, tenantId);
    const set = (event: string) =>
      superuser.query("UPDATE hw.audit SET event = $2 WHERE tenant_id = $1 AND subject = 'message:again'", [
        tenantId,
        event,
      ]);
    for (const event of ['x', 'message.viewed', 'x']) {
      await set(event);
      await check();
    }
    expect(own('send-break-mail')).toHaveLength(2);
  });
});
