import { randomUUID } from 'node:crypto';
import { insertGrant, inTenant, listMessages, type DepartmentsAsOf } from '@highwater/db';
import { EVERY_MESSAGE, type MemberId, type PersonKey } from '@highwater/domain';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { accessOfMember } from './access-of-member.ts';
import { buildExport } from './build-export.ts';
import { archiveSamples } from './testing/archive-samples.ts';
import { createHandOverFixture, type Company, type HandOverFixture } from './testing/hand-over-fixture.ts';
import { readPackage, type OpenedPackage } from './testing/read-package.ts';

const SALES = '2';

let fixture: HandOverFixture;
let company: Company;
/** Somebody who was in sales until in the middle of what they said. */
let mover: PersonKey;
let times: readonly number[];
let movedAt: number;

beforeAll(async () => {
  fixture = await createHandOverFixture(inject('superuser'));
  company = await fixture.makeCompany();
  await archiveSamples(fixture, company);
  await inTenant(fixture.deps.database, company.tenantId, async (tx) => {
    const { rows } = await tx.query<{ key: PersonKey; times: string[] }>(
      `SELECT p.person_key AS key, array_agg((extract(epoch FROM t.sent_at) * 1000)::bigint::text ORDER BY t.sent_at) AS times
       FROM hw.people p JOIN hw.participants t ON t.tenant_id = p.tenant_id AND t.person_key = p.person_key
       WHERE p.tenant_id = $1 AND p.kind = 'employee' GROUP BY 1 ORDER BY count(DISTINCT t.sent_at) DESC LIMIT 1`,
      [tx.tenantId],
    );
    mover = rows[0]?.key ?? ('nobody' as PersonKey);
    times = rows[0]?.times.map(Number) ?? [];
    movedAt = times[Math.floor(times.length / 2)] ?? 0;
    await tx.query(
      `INSERT INTO hw.departments (tenant_id, connection_id, department_id, parent_id, name, seen_from, seen_until)
       VALUES ($1, $2, $3, 1, '销售部', $4, $4), ($1, $2, 4, 1, NULL, $4, $4)`,
      [tx.tenantId, company.connectionId, SALES, new Date(movedAt - 1)],
    );
    for (const [value, from, endedBy] of [
      [SALES, movedAt - 1, movedAt],
      ['4', movedAt, null],
    ] as const) {
      await tx.query(
        `INSERT INTO hw.intervals (tenant_id, connection_id, subject, subject_key, attribute, value, seen_from, seen_until, ended_by)
         VALUES ($1, $2, 'person', $3, 'departments', $4, $5, $5, $6)`,
        [tx.tenantId, company.connectionId, mover, value, new Date(from), endedBy === null ? null : new Date(endedBy)],
      );
    }
  });
});
afterAll(() => fixture.close());

const coverOf = ({ entries }: OpenedPackage, language: 'zh' | 'en') =>
  entries.get(`README.${language}.txt`)?.toString();

async function viewerOf(asOf: DepartmentsAsOf, departmentId = SALES): Promise<MemberId> {
  const memberId = await fixture.addMember(company.tenantId, 'viewer');
  const departments = { places: [{ connectionId: company.connectionId, departmentId }], asOf };
  const grant = { grantId: randomUUID(), memberId, employees: [], departments };
  await inTenant(fixture.deps.database, company.tenantId, (tx) =>
    insertGrant(tx, { ...grant, grantedBy: memberId, grantedAt: movedAt }),
  );
  return memberId;
}

it('a package of a viewer of a department holds what was sent while somebody was in it, and its cover says so', async () => {
  const memberId = await viewerOf('message');
  const exportId = await fixture.requestExport(company.tenantId, memberId);
  await buildExport(fixture.deps, company.tenantId, exportId);
  const opened = await readPackage(fixture, company.tenantId, await fixture.getExport(company.tenantId, exportId));
  const seen = await inTenant(fixture.deps.database, company.tenantId, async (tx) => {
    const access = await accessOfMember(tx, memberId, 'export', fixture.deps.clock.now());
    expect(access).toEqual({ kind: 'where', any: [{ people: [mover], until: movedAt }] });
    return listMessages(tx, access, EVERY_MESSAGE, { from: null, towards: 'older', limit: 1000 });
  });
  expect(opened.verdict).toMatchObject({ holds: true, messages: seen.length });
  expect(coverOf(opened, 'zh')).toContain('部门授权（含下级，只含消息发出时在其中的人的消息）：销售部 (2)');
  expect(coverOf(opened, 'en')).toContain('for messages of whoever was there as of message time: 销售部 (2)');
  expect(seen).toHaveLength(times.filter((at) => at < movedAt).length);
  expect(seen.length).toBeLessThan(times.length);
});

it('a viewer of who is in the department now has nothing of who left', async () => {
  const memberId = await viewerOf('now');
  const access = await inTenant(fixture.deps.database, company.tenantId, (tx) =>
    accessOfMember(tx, memberId, 'export', fixture.deps.clock.now()),
  );
  expect(access).toEqual({ kind: 'none' });
});

it('the cover for a viewer of who is in a department now says that, also where WeCom gave no name', async () => {
  const exportId = await fixture.requestExport(company.tenantId, await viewerOf('now', '4'));
  await buildExport(fixture.deps, company.tenantId, exportId);
  const opened = await readPackage(fixture, company.tenantId, await fixture.getExport(company.tenantId, exportId));
  expect(opened.messages).toHaveLength(times.length);
  expect(coverOf(opened, 'zh')).toContain('部门授权（含下级，含现在在其中的人的全部消息）：未命名部门 4');
  expect(coverOf(opened, 'en')).toContain('for all messages of whoever is there now: Unnamed department 4');
});
