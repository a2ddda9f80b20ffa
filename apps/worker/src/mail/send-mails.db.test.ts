import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createLedgerSigner, deriveLinkToken, hashToken, writeRow } from '@highwater/crypto';
import {
  findInvitation,
  findLink,
  insertInvitation,
  insertLedgerCheckpoint,
  insertLink,
  inTenant,
  markInvitationRevoked,
  markMemberRemoved,
} from '@highwater/db';
import type { ConnectionId, InvitationId, Language, LinkId, MemberId, PersonKey } from '@highwater/domain';
import { FaultError } from '@highwater/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { buildExport } from '../exports/build-export.ts';
import { archiveSamples } from '../exports/testing/archive-samples.ts';
import { createHandOverFixture, type Company, type HandOverFixture } from '../exports/testing/hand-over-fixture.ts';
import { readPackage } from '../exports/testing/read-package.ts';
import { Killed } from '../testing/chain-fixture.ts';
import { sendInvitationMail } from './send-invitation-mail.ts';
import { sendLinkMail } from './send-link-mail.ts';

let fixture: HandOverFixture;
let company: Company;
let owner: MemberId;

beforeAll(async () => {
  fixture = await createHandOverFixture(inject('superuser'));
  company = await fixture.makeCompany();
  owner = await fixture.addMember(company.tenantId, 'owner');
  await archiveSamples(fixture, company);
});
afterAll(() => fixture.close());
beforeEach(() => {
  fixture.mails.length = 0;
});

const linkKey = () => fixture.deps.tenantKeys.subkey(company.tenantId, 'link');

/** A link of a finished package, as a run makes one; of a person's own export when `runDay` is null. */
async function makeLink(memberId: MemberId, runDay: string | null = '2026-11-22') {
  const exportId = await fixture.requestExport(company.tenantId, memberId);
  await buildExport(fixture.deps, company.tenantId, exportId);
  const linkId = randomUUID() as LinkId;
  const token = deriveLinkToken(await linkKey(), linkId);
  const [createdAt, expiresAt] = [fixture.clock.at, Date.UTC(2026, 10, 29, 0, 5)];
  const link = { linkId, exportId, memberId, tokenHash: hashToken(token), runDay, createdAt, expiresAt };
  await inTenant(fixture.database, company.tenantId, (tx) => insertLink(tx, link));
  return { linkId, exportId, token };
}
const send = (linkId: LinkId) => sendLinkMail(fixture.deps, company.tenantId, linkId);
const mailedAt = async (linkId: LinkId) =>
  (await inTenant(fixture.database, company.tenantId, (tx) => findLink(tx, linkId)))?.mailedAt;

describe("a link's mail", () => {
  it('holds numbers, the day and the link at the portal, and nothing that was said', async () => {
    const { linkId, exportId, token } = await makeLink(owner);
    await send(linkId);
    const [mail] = fixture.mails;
    const row = await fixture.getExport(company.tenantId, exportId);
    const opened = await readPackage(fixture, company.tenantId, row);
    const conversations = (JSON.parse(opened.entries.get('conversations.json')?.toString() ?? '[]') as object[]).length;
    if (mail === undefined) throw new Error('no mail');
    expect(fixture.mails).toHaveLength(1);
    expect(mail.to).toBe(`${owner}@example.com`);
    expect(mail.messageId).toBe(`<link-${linkId}@archive.example>`);
    expect(mail.subject).toContain('2026-11-21');
    for (const form of [mail.text, mail.html]) expect(form).toContain(`https://archive.example/links/${token}`);
    for (const count of [157, conversations, row.mediaMissing]) expect(mail.text).toMatch(new RegExp(`\\b${count}\\b`));
    expect(mail.text).toContain('2026-11-29 08:05');

    const whole = `${mail.subject}\n${mail.text}\n${mail.html}`;
    for (const content of ['报价', '青橙', '林小雨', 'LinXiaoyu', 'wmTEST']) {
      expect(opened.messages.some(({ original }) => original.includes(content))).toBe(true);
      expect(whole).not.toContain(content);
    }
    expect(await mailedAt(linkId)).toBe(fixture.clock.at);
    const audits = await fixture.read(
      company.tenantId,
      "SELECT detail FROM hw.audit WHERE event = 'link.mailed' AND subject = $1",
      [`link:${linkId}`],
    );
    expect(audits).toEqual([{ detail: {} }]);
  });

  it.each<[Language | null, RegExp]>([
    [null, /会话存档日报/],
    ['zh-CN', /会话存档日报/],
    ['en', /^[\x20-\x7e“”]*果园[\x20-\x7e“”]*$/],
  ])("is in the member's language, else the company's (%s)", async (language, subject) => {
    const member = await fixture.addMember(company.tenantId, 'admin', language === null ? {} : { language });
    await send((await makeLink(member)).linkId);
    expect(fixture.mails[0]?.subject).toMatch(subject);
  });

  it('carries the newest checkpoint before the package to members who may see the ledger, and to no other', async () => {
    const narrowed = await fixture.addMember(company.tenantId, 'viewer', { employees: ['linxiaoyu' as PersonKey] });
    const links = [await makeLink(owner), await makeLink(narrowed)];
    const [connection] = await fixture.read<{ id: ConnectionId }>(
      company.tenantId,
      'SELECT connection_id AS id FROM hw.connections',
    );
    const signer = createLedgerSigner(
      generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    );
    const connectionId = connection?.id ?? ('' as ConnectionId);
    for (const [at, pages] of [
      [fixture.clock.at - 1000, 41],
      [fixture.clock.at + 1000, 42],
    ] as const) {
      const row = signer.signCheckpoint({
        type: 'highwater/v1/checkpoint',
        tenant: company.tenantId,
        connection: connectionId,
        corp: 'ww0',
        pages,
        head: 'ab'.repeat(32),
        seq: '9',
        answered: null,
        at,
      });
      const kept = { slotAt: at, pages, line: writeRow(row), signedAt: at };
      await inTenant(fixture.database, company.tenantId, (tx) => insertLedgerCheckpoint(tx, connectionId, kept));
    }
    for (const { linkId } of links) await send(linkId);
    const [seen, other] = fixture.mails;
    expect(seen?.text).toContain(`41:${'ab'.repeat(32)}`);
    expect(other?.text).not.toMatch(/账本|checkpoint/);
  });

  it('of an own export speaks of the export', async () => {
    await send((await makeLink(owner, null)).linkId);
    expect(fixture.mails[0]?.subject).toBe('果园：导出包已备好');
  });

  it('is sent once when asked again', async () => {
    const { linkId } = await makeLink(owner);
    await send(linkId);
    await send(linkId);
    expect(fixture.mails).toHaveLength(1);
  });

  it('is the same mail when the worker is killed between sending and noting', async () => {
    const { linkId } = await makeLink(owner);
    fixture.killAt('mail.sent');
    await expect(send(linkId)).rejects.toThrow(Killed);
    expect(await mailedAt(linkId)).toBeNull();
    await send(linkId);
    expect(fixture.mails).toHaveLength(2);
    expect(fixture.mails[1]).toEqual(fixture.mails[0]);
    expect(await mailedAt(linkId)).toBe(fixture.clock.at);
  });

  it('that the post refuses is not noted as mailed', async () => {
    const { linkId } = await makeLink(owner);
    const mailer = { send: () => Promise.reject(new FaultError('mail.refused')) };
    await expect(sendLinkMail({ ...fixture.deps, mailer }, company.tenantId, linkId)).rejects.toThrow('mail.refused');
    expect(await mailedAt(linkId)).toBeNull();
  });

  it('is not sent to who left, about what is gone, or for a link that was revoked', async () => {
    const gone = await fixture.addMember(company.tenantId, 'admin');
    const [left, unfinished, revoked] = [await makeLink(gone), await makeLink(owner), await makeLink(owner)];
    await inTenant(fixture.database, company.tenantId, async (tx) => {
      await markMemberRemoved(tx, gone);
      await tx.query("UPDATE hw.exports SET state = 'expired' WHERE export_id = $1", [unfinished.exportId]);
      await tx.query('UPDATE hw.export_links SET revoked_at = created_at WHERE link_id = $1', [revoked.linkId]);
    });
    for (const { linkId } of [left, unfinished, revoked]) await send(linkId);
    expect(fixture.mails).toEqual([]);
  });
});

describe("an invitation's mail", () => {
  async function makeInvitation() {
    const invitationId = randomUUID() as InvitationId;
    const token = deriveLinkToken(await linkKey(), invitationId);
    await inTenant(fixture.database, company.tenantId, (tx) =>
      insertInvitation(tx, {
        invitationId,
        email: 'colleague@example.com',
        role: 'viewer',
        language: 'en',
        tokenHash: hashToken(token),
        invitedBy: owner,
        createdAt: fixture.clock.at,
        expiresAt: fixture.clock.at + 1000,
      }),
    );
    return { invitationId, token };
  }
  const invite = (invitationId: InvitationId) => sendInvitationMail(fixture.deps, company.tenantId, invitationId);

  it('leads to the portal, and is the same when it is sent again', async () => {
    const { invitationId, token } = await makeInvitation();
    fixture.killAt('mail.sent');
    await expect(invite(invitationId)).rejects.toThrow(Killed);
    await invite(invitationId);
    const [mail, again] = fixture.mails;
    expect(mail).toEqual(again);
    expect(mail?.to).toBe('colleague@example.com');
    expect(mail?.text).toContain(`https://archive.example/invitations/${token}`);
    expect(mail?.messageId).toBe(`<invitation-${invitationId}@archive.example>`);
    const stored = await inTenant(fixture.database, company.tenantId, (tx) => findInvitation(tx, invitationId));
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  it('is not sent for one that was revoked or has expired', async () => {
    const [revoked, expired] = [await makeInvitation(), await makeInvitation()];
    await inTenant(fixture.database, company.tenantId, (tx) =>
      markInvitationRevoked(tx, revoked.invitationId, fixture.clock.at),
    );
    await invite(revoked.invitationId);
    fixture.clock.at += 1000;
    await invite(expired.invitationId);
    expect(fixture.mails).toEqual([]);
  });
});
