import { generateKeyPairSync } from 'node:crypto';
import { createLedgerSigner, readLedgerKeys } from '@highwater/crypto';
import { appendAudit, createPool, findAuditPlace, inTenant, verifyAudit, type AuditVerifyPlace } from '@highwater/db';
import type { TenantId } from '@highwater/domain';
import { addTenant, createTestDatabase, newId, type TestDatabase } from '@highwater/testkit';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { ChainDeps } from '../deps.ts';
import { createAuditSweeps, linkAudits, signAuditCheckpoint } from './audit-sweeps.ts';

const START = Date.UTC(2026, 10, 22, 8);
const MINUTE_MS = 60_000;
const pair = generateKeyPairSync('ed25519');
const keys = readLedgerKeys(pair.publicKey.export({ type: 'spki', format: 'pem' }).toString());
const signer = createLedgerSigner(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
const clock = { at: START, now: () => clock.at };

let own: TestDatabase;
let superuser: pg.Pool;
let deps: Parameters<typeof createAuditSweeps>[0];
let tenantId: TenantId;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
  superuser = createPool({ ...inject('superuser'), database: own.name }, { max: 1 });
  deps = { database: own.database, clock, ledger: { signer, keys } };
});
afterAll(async () => {
  await superuser.end();
  await own.drop();
});
beforeEach(async () => {
  clock.at = START;
  tenantId = await addTenant(own.database, { name: '青橙' });
});

const append =
  (event: string, at = clock.at) =>
  (tx: Parameters<typeof appendAudit>[0]) =>
    appendAudit(tx, {
      auditId: newId(),
      at,
      memberId: newId(),
      actor: 'member',
      event,
      subject: 'message:1',
      detail: { hits: 3, words: ['二', '一'], none: null },
      address: '127.0.0.1',
      requestId: 'r1',
      sealed: Buffer.from('sealed'),
    });
/** Rows as they come, linked and under a checkpoint. */
async function write(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await inTenant(own.database, tenantId, append('message.viewed', clock.at + n));
  await linkAudits(deps, tenantId);
  await signAuditCheckpoint(deps, tenantId);
  clock.at += MINUTE_MS;
}
const verify = (options: { from?: AuditVerifyPlace; mostRows?: number } = {}) =>
  verifyAudit(own.database, tenantId, { keys, now: clock.at, ...options });
async function tamper(sql: string, ...values: readonly unknown[]): Promise<void> {
  const { rowCount } = await superuser.query(sql, [tenantId, ...values]);
  expect(rowCount).toBeGreaterThan(0);
}
async function idAt(position: number): Promise<string> {
  const { rows } = await superuser.query<{ id: string }>(
    'SELECT audit_id AS id FROM hw.audit_chain WHERE tenant_id = $1 AND position = $2',
    [tenantId, position],
  );
  return rows[0]?.id ?? '';
}

describe('the chain of the audit log', () => {
  it('proves what nobody touched, and says up to when', async () => {
    await write(5);
    await write(3);
    expect(await verify()).toMatchObject({
      rows: 8,
      chainedTo: START + MINUTE_MS + 2,
      checkpoint: { rows: 8, at: START + MINUTE_MS },
      problems: [],
      next: null,
    });
  });

  it('links a row that was committed after later ones, and each once', async () => {
    const late = await own.database.app.connect();
    await late.query('BEGIN');
    await late.query("SELECT set_config('hw.tenant', $1, true)", [tenantId]);
    const query = async (text: string, values: readonly unknown[] = []) => {
      const { rows, rowCount } = await late.query(text, [...values]);
      return { rows, rowCount: rowCount ?? 0 };
    };
    await append('first')({ tenantId, query });
    await write(2);
    await late.query('COMMIT');
    late.release();
    await Promise.all([linkAudits(deps, tenantId), linkAudits(deps, tenantId)]);
    expect(await verify()).toMatchObject({ rows: 3, problems: [] });
  });

  it('is written by two workers at once without a row twice or none', async () => {
    const rows = Array.from({ length: 40 }, (_, n) => inTenant(own.database, tenantId, append(`e${n}`)));
    const workers = Array.from({ length: 6 }, () => linkAudits(deps, tenantId));
    await Promise.all([...rows, ...workers]);
    await linkAudits(deps, tenantId);
    expect(await verify()).toMatchObject({ rows: 40, problems: [] });
  });

  it('is continued and signed by the sweeps, once a minute', async () => {
    await inTenant(own.database, tenantId, append('message.viewed'));
    const run = async () => {
      for (const sweep of createAuditSweeps(deps)) await sweep.run({} as ChainDeps, clock.at);
    };
    await run();
    expect(await verify()).toMatchObject({ rows: 1, checkpoint: { rows: 1 }, problems: [] });
    await inTenant(own.database, tenantId, append('message.viewed'));
    await run();
    expect(await verify()).toMatchObject({ rows: 2, checkpoint: { rows: 1 } });
    clock.at += MINUTE_MS;
    await run();
    expect(await verify()).toMatchObject({ rows: 2, checkpoint: { rows: 2 }, problems: [] });
  });

  it('is verified in parts', async () => {
    await write(5);
    const first = await verify({ mostRows: 3 });
    expect(first).toMatchObject({ rows: 3, next: { link: { position: 3 } }, problems: [] });
    expect(await verify(first.next === null ? {} : { from: first.next })).toMatchObject({
      rows: 2,
      next: null,
      problems: [],
    });
  });
});

describe('verifying names', () => {
  beforeEach(() => write(6));

  it.each([
    ['at', "at + interval '1 microsecond'"],
    ['member_id', 'gen_random_uuid()'],
    ['actor', "'system'"],
    ['event', "'message.searched'"],
    ['subject', 'NULL'],
    ['detail', `'{"hits": 4}'`],
    ['address', "'10.0.0.1'"],
    ['request_id', "''"],
    ['sealed', "'other'"],
  ])('a row whose %s was changed', async (column, value) => {
    const auditId = await idAt(3);
    await tamper(`UPDATE hw.audit SET ${column} = ${value} WHERE tenant_id = $1 AND audit_id = $2`, auditId);
    expect((await verify()).problems).toMatchObject([{ kind: 'row_changed', position: 3, auditId }]);
  });

  it('a row that was removed', async () => {
    const auditId = await idAt(4);
    await tamper('DELETE FROM hw.audit WHERE tenant_id = $1 AND audit_id = $2', auditId);
    expect((await verify()).problems).toEqual([{ kind: 'row_missing', position: 4, auditId, at: null }]);
  });

  it('a row that was removed before it was linked', async () => {
    await inTenant(own.database, tenantId, append('message.viewed'));
    const { rows } = await superuser.query('SELECT audit_id FROM hw.audit_pending WHERE tenant_id = $1', [tenantId]);
    const auditId: string = rows[0].audit_id;
    await tamper('DELETE FROM hw.audit WHERE tenant_id = $1 AND audit_id = $2', auditId);
    await linkAudits(deps, tenantId);
    expect((await verify()).problems).toMatchObject([{ kind: 'row_missing', position: null, auditId }]);
  });

  it('a row that was removed with its link', async () => {
    await tamper('DELETE FROM hw.audit WHERE tenant_id = $1 AND audit_id = $2', await idAt(4));
    await tamper('DELETE FROM hw.audit_chain WHERE tenant_id = $1 AND position = 4');
    expect((await verify()).problems).toMatchObject([{ kind: 'link_missing', position: 4 }]);
  });

  it('links that were exchanged', async () => {
    for (const [from, to] of [
      [2, 100],
      [3, 2],
      [100, 3],
    ])
      await tamper('UPDATE hw.audit_chain SET position = $3 WHERE tenant_id = $1 AND position = $2', from, to);
    expect((await verify()).problems).toMatchObject([
      { kind: 'link_broken', position: 2 },
      { kind: 'link_broken', position: 3 },
      { kind: 'link_broken', position: 4 },
    ]);
  });

  it('rows that were cut off at the end', async () => {
    for (const position of [5, 6]) {
      await tamper('DELETE FROM hw.audit WHERE tenant_id = $1 AND audit_id = $2', await idAt(position));
    }
    await tamper('DELETE FROM hw.audit_chain WHERE tenant_id = $1 AND position > 4');
    expect((await verify()).problems).toEqual([{ kind: 'cut_off', position: 5, auditId: null, at: START }]);
    await superuser.query('DELETE FROM hw.audit_chain WHERE tenant_id = $1', [tenantId]);
    expect((await verify()).problems).toContainEqual({ kind: 'cut_off', position: 1, auditId: null, at: START });
  });

  it('a chain that was written anew', async () => {
    await tamper("UPDATE hw.audit SET event = 'x' WHERE tenant_id = $1 AND audit_id = $2", await idAt(2));
    await tamper('INSERT INTO hw.audit_pending SELECT tenant_id, audit_id FROM hw.audit WHERE tenant_id = $1');
    await tamper('DELETE FROM hw.audit_chain WHERE tenant_id = $1');
    await linkAudits(deps, tenantId);
    expect((await verify()).problems).toMatchObject([{ kind: 'history_differs', position: 6, at: START }]);
  });

  it('a checkpoint that was changed, moved, or signed by another key', async () => {
    const other = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    clock.at += MINUTE_MS;
    await inTenant(own.database, tenantId, (tx) => append('message.viewed')(tx));
    await linkAudits(deps, tenantId);
    await signAuditCheckpoint({ ...deps, ledger: { signer: createLedgerSigner(other), keys } }, tenantId);
    expect((await verify()).problems).toEqual([{ kind: 'checkpoint_bad', position: 7, auditId: null, at: null }]);
    await tamper(`UPDATE hw.audit_checkpoints SET position = 5 WHERE tenant_id = $1 AND position = 6`);
    expect((await verify()).problems).toContainEqual(expect.objectContaining({ kind: 'checkpoint_bad', position: 5 }));
  });

  it('a row that was kept from the chain', async () => {
    await inTenant(own.database, tenantId, append('message.viewed'));
    await tamper('DELETE FROM hw.audit_pending WHERE tenant_id = $1');
    await linkAudits(deps, tenantId);
    expect((await verify()).problems).toEqual([]);
    clock.at += MINUTE_MS;
    expect((await verify()).problems).toMatchObject([{ kind: 'row_unlinked', position: null, at: START + MINUTE_MS }]);
  });

  it('nothing in the log of another company', async () => {
    await tamper("UPDATE hw.audit SET event = 'x' WHERE tenant_id = $1");
    const other = await addTenant(own.database, { name: '隔壁公司' });
    const { problems, rows } = await verifyAudit(own.database, other, { keys, now: clock.at });
    expect({ problems, rows }).toEqual({ problems: [], rows: 0 });
  });
});

it('a leaf is made of every column of a row', async () => {
  const { rows } = await superuser.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = 'hw.audit'::regclass AND attnum > 0 ORDER BY attnum`,
  );
  // A new column must go into `auditLeaf` and into the test of changed columns above before it stands here.
  expect(rows.map(({ name }) => name)).toEqual([
    'tenant_id',
    'audit_id',
    'at',
    'member_id',
    'actor',
    'event',
    'subject',
    'detail',
    'address',
    'request_id',
    'sealed',
  ]);
  expect(await inTenant(own.database, tenantId, (tx) => findAuditPlace(tx, null))).toBeUndefined();
});
