import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuditFileWriter } from '@highwater/crypto';
import { appendAudit, createPool, inTenant, linkAudit, listAuditLinks } from '@highwater/db';
import { addTenant, createTestDatabase, type TestDatabase } from '@highwater/testkit';
import type pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { verifyAudits } from './verify-audit.ts';

const AT = Date.UTC(2026, 10, 22, 8);
const ledgerPublicKeys = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();

let test: TestDatabase;
let superuser: pg.Pool;
beforeAll(async () => {
  test = await createTestDatabase(inject('superuser'));
  superuser = createPool({ ...inject('superuser'), database: test.name }, { max: 1 });
});
afterAll(async () => {
  await superuser.end();
  await test.drop();
});

async function run(args: readonly string[] = [], change: { platformPassword?: undefined } = {}) {
  const { host, port, database, password: platformPassword } = test.login('hw_platform');
  const { password: appPassword } = test.login('hw_app');
  const settings = {
    database: { host, port, database, tls: false },
    platformPassword,
    appPassword,
    ledgerPublicKeys,
    ...change,
  };
  const lines: string[] = [];
  const code = await verifyAudits(args, (line) => lines.push(line), settings, AT);
  return { code, said: lines.join('\n') };
}

it('says of each tenant up to when its log is chained, and names what does not agree', async () => {
  const [whole, touched] = [
    await addTenant(test.database, { name: '青橙' }),
    await addTenant(test.database, { name: '隔壁公司' }),
  ];
  const auditId = randomUUID();
  for (const [tenantId, id] of [
    [whole, randomUUID()],
    [touched, auditId],
  ] as const)
    await inTenant(test.database, tenantId, async (tx) => {
      const entry = { at: AT, memberId: null, subject: null, detail: {}, address: null, requestId: null };
      await appendAudit(tx, { ...entry, auditId: id, actor: 'system', event: 'export.built' });
    });
  for (const tenantId of [whole, touched]) await inTenant(test.database, tenantId, (tx) => linkAudit(tx, AT, 10));
  const both = await run();
  expect(both.code).toBe(0);
  expect(both.said).toContain(`${whole}  PROVEN: 1 row, chained to 2026-11-22T08:00:00.000Z, no checkpoint`);

  await superuser.query("UPDATE hw.audit SET event = 'x' WHERE audit_id = $1", [auditId]);
  const { code, said } = await run();
  expect(code).toBe(1);
  expect(said).toContain(`${touched}  NOT PROVEN: 1 thing does not agree`);
  expect(said).toContain(
    `  position 1, row ${auditId}, 2026-11-22T08:00:00.000Z: the row was changed after it was linked`,
  );
  expect(await run(['--tenant', whole])).toMatchObject({ code: 0 });
});

it('tells a wrong question and missing settings from a wrong log', async () => {
  expect(await run(['--what'])).toMatchObject({ code: 2, said: expect.stringContaining('Usage') });
  expect(await run(['--tenant', randomUUID()])).toMatchObject({ code: 2, said: 'There is no such tenant.' });
  expect(await run([], { platformPassword: undefined })).toMatchObject({ code: 2 });
});

it('verifies a file that was downloaded, without any service', async () => {
  const tenantId = await addTenant(test.database, { name: '离线' });
  await inTenant(test.database, tenantId, async (tx) => {
    // Each at a time of its own: they are linked in the order of time.
    for (const [place, event] of ['export.built', 'link.mailed', 'audit.verified'].entries()) {
      const line = { at: AT - 2 + place, memberId: null, subject: null, detail: {}, address: null, requestId: null };
      await appendAudit(tx, { ...line, auditId: randomUUID(), actor: 'system', event });
    }
    await linkAudit(tx, AT, 10);
  });
  const links = await inTenant(test.database, tenantId, (tx) => listAuditLinks(tx, 0, 10));
  const writer = createAuditFileWriter();
  const start = { type: 'highwater/v1/audit-file' as const, position: 0, hash: '0'.repeat(64) };
  const head = writer.head({ ...start, tenant: tenantId, made: AT, keys: [] });
  const text = [head, ...links.map((link) => writer.link(link)), writer.end()].join('');
  const folder = mkdtempSync(join(tmpdir(), 'highwater-audit-'));
  const keep = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  try {
    const whole = await run(['--file', keep('whole.jsonl', text)]);
    expect(whole.code).toBe(0);
    expect(whole.said).toContain(`${tenantId}  PROVEN: 3 rows, chained to 2026-11-22T08:00:00.000Z`);
    expect(whole.said).toContain('entries 1 to 3, 3 of them with what they say');
    const changed = await run(['--file', keep('changed.jsonl', text.replace('link.mailed', 'link.lost'))]);
    expect(changed.code).toBe(1);
    expect(changed.said).toContain('position 2');
    expect((await run(['--file', keep('none.jsonl', 'hello\n')])).said).toBe('NOT PROVEN: this is no audit file.');
    expect(await run(['--file', join(folder, 'nowhere')])).toEqual({ code: 2, said: 'A file could not be read.' });
    expect((await run(['--file', 'x', '--tenant', tenantId])).code).toBe(2);
    expect((await run(['--against', 'x'])).code).toBe(2);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
