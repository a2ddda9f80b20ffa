import type { AccessCondition, ConnectionId, PersonKey, TenantId } from '@highwater/domain';
import { foldedPattern } from '@highwater/search';
import { addConnection, addTenant, createTestDatabase } from '@highwater/testkit';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { countSearchable } from '../messages/count-searchable.ts';
import { countUnreadableFiles } from '../media-copies/count-unreadable.ts';
import { findUnansweredRule } from '../reading-settings/find-unanswered-rule.ts';
import { listUnanswered } from '../messages/list-unanswered.ts';
import { inTenant, type TenantTx } from '../transactions/in-tenant.ts';
import { countEmployees, listPeople } from './list-people.ts';

test('measure', { timeout: 600_000 }, async () => {
  const own = await createTestDatabase(inject('superuser'));
  const tenantId: TenantId = await addTenant(own.database);
  const connectionId: ConnectionId = await inTenant(own.database, tenantId, (tx) => addConnection(tx));
  const su = new pg.Client({ ...inject('superuser'), database: own.name });
  await su.connect();
  const t0 = Date.now();
  await su.query(
    `INSERT INTO hw.people (tenant_id, connection_id, person_key, written_as, kind, name, first_at, last_at, unionid)
     SELECT $1, $2, k, k, CASE WHEN n <= 60 THEN 'employee' ELSE 'external_contact' END,
       (SELECT string_agg(substr('王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余丽', 1 + (hashtext(n || 'x' || j) & 2147483647) % 42, 1), '') FROM generate_series(1, 3) j),
       '2026-01-01', '2026-01-01'::timestamptz + n * interval '1 second', 'u' || n
     FROM (SELECT n, CASE WHEN n <= 60 THEN 'employee' || n ELSE 'wmTEST' || md5(n::text) END AS k FROM generate_series(1, 100000) n) x`, [tenantId, connectionId]);
  await su.query(
    `INSERT INTO hw.follows (tenant_id, connection_id, external_key, employee_key, remark, seen_from, seen_until)
     SELECT tenant_id, connection_id, person_key, 'employee' || (1 + (hashtext(person_key) & 1023) % 60), name || '客户', last_at, last_at FROM hw.people WHERE kind <> 'employee'`);
  await su.query(
    `INSERT INTO hw.intervals (tenant_id, connection_id, subject, subject_key, attribute, value, seen_from, seen_until)
     SELECT tenant_id, connection_id, 'person', person_key, 'name', name, last_at, last_at FROM hw.people`);
  await su.query(
    `INSERT INTO hw.messages (tenant_id, message_id, connection_id, seq, msgid, kind, sent_at, sent_at_known, archived_at, sender, conversation_id, direction, plaintext)
     SELECT $1, gen_random_uuid(), $2, n, 'm' || n, 'text', '2026-01-01'::timestamptz + n * interval '30 seconds', true, '2026-06-01', CASE WHEN n % 3 = 0 THEN 'employee1' ELSE 'wmTEST' || md5(n::text) END,
       md5('c' || (n::bigint * 7919) % 20000)::uuid, CASE WHEN n % 3 = 0 THEN 'outbound' ELSE 'inbound' END, 'x' FROM generate_series(1, 300000) n`, [tenantId, connectionId]);
  await su.query(
    `INSERT INTO hw.participants SELECT tenant_id, message_id, 'employee' || (1 + (hashtext(conversation_id::text) & 1023) % 60), sent_at FROM hw.messages
     UNION ALL SELECT tenant_id, message_id, 'wmTEST' || md5((61 + (hashtext(conversation_id::text) & 2147483647) % 90000)::text), sent_at FROM hw.messages`);
  await su.query('VACUUM ANALYZE');
  console.log('filled', Date.now() - t0);
  const ALL: AccessCondition = { kind: 'all' };
  const some: AccessCondition = { kind: 'where', any: [{ people: Array.from({ length: 20 }, (_, n) => `employee${n * 3 + 1}` as PersonKey) }] };
  const within = <R>(work: (tx: TenantTx) => Promise<R>) => inTenant(own.database, tenantId, work);
  const time = async (name: string, work: (tx: TenantTx) => Promise<unknown>) => {
    const all: number[] = [];
    let last: unknown;
    for (let n = 0; n < 7; n += 1) {
      await within(async (tx) => { const s = performance.now(); last = await work(tx); all.push(performance.now() - s); });
    }
    all.sort((a, b) => a - b);
    console.log(name.padEnd(40), 'p50', all[3]?.toFixed(1), 'max', all[6]?.toFixed(1), Array.isArray(last) ? last.length : JSON.stringify(last));
  };
  const f = { kind: null, text: null, after: null, limit: 50 };
  const pat = (q: string) => foldedPattern(q);
  await time('counts', (tx) => countSearchable(tx));
  await time('unreadable', (tx) => countUnreadableFiles(tx));
  await time('employees', (tx) => countEmployees(tx, some));
  for (const [n, a] of [['all', ALL], ['some', some]] as const) {
    await time(`list ${n}`, (tx) => listPeople(tx, a, f));
    for (const q of ['王', '王麗', '王丽丽', 'wmTEST12', 'zzzz', '客户'])
      await time(`find ${q} ${n}`, (tx) => listPeople(tx, a, { ...f, text: pat(q) }));
  }
  const rule = await within((tx) => findUnansweredRule(tx, Date.UTC(2026, 6, 1)));
  const { rows } = await su.query('SELECT message_id FROM hw.messages LIMIT 1000');
  const ids = rows.map((r) => r.message_id);
  await time('unanswered 1000', async (tx) => (await listUnanswered(tx, ids, rule)).size);
  for (const [n, a] of [['all', ALL], ['some', some]] as const) {
  await within(async (tx) => {
    const plans = { ...tx, query: async (text: string, values: readonly unknown[] = []) => { const r = await tx.query<{ 'QUERY PLAN': string }>('EXPLAIN (ANALYZE, BUFFERS) ' + text, values); console.log(n, r.rows.map((x) => x['QUERY PLAN']).join('\n').slice(0, 6000)); return { rows: [], rowCount: 0 }; } } as unknown as TenantTx;
    await listPeople(plans, a, f);
    await listPeople(plans, a, { ...f, text: pat('王麗') });
  });
  }
  await su.end();
  await own.drop();
  expect(1).toBe(1);
});
