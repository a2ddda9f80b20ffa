import { openAuditWords } from '@highwater/crypto';
import { createPool, findOpenFinding, inTenant, linkAudit } from '@highwater/db';
import type pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { makeCompany, type Company } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
let company: Company;
let superuser: pg.Pool;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
  superuser = createPool({ ...inject('superuser'), database: api.database.name }, { max: 1 });
});
afterAll(async () => {
  await superuser.end();
  await api.stop();
});

interface Verdict {
  readonly rows: number;
  readonly chainedTo: number | null;
  readonly problems: readonly { readonly kind: string; readonly auditId: string | null }[];
  readonly nextAfter: number | null;
}
const link = () => inTenant(api.deps.database, company.tenantId, (tx) => linkAudit(tx, api.clock.now(), 1000));
const verify = (query = '') => company.owner.ask<Verdict>('GET', `/v1/audit/verify${query}`);
const rowsOf = async (event: string) => {
  const { rows } = await superuser.query<{ id: string; sealed: Buffer | null; detail: object }>(
    'SELECT audit_id AS id, sealed, detail FROM hw.audit WHERE tenant_id = $1 AND event = $2 ORDER BY at DESC',
    [company.tenantId, event],
  );
  return rows;
};

it('the log proves itself to who may see it, and names what was changed', async () => {
  const linked = await link();
  const { status, body } = await verify();
  expect(status).toBe(200);
  expect(body).toEqual({
    chainedTo: expect.any(Number),
    rows: linked,
    checkpoint: null,
    problems: [],
    problemCount: 0,
    nextAfter: null,
    nextRow: null,
  });
  expect((await verify('?after=1')).body).toMatchObject({ rows: linked - 1, problems: [] });
  expect((await verify('?after=999')).status).toBe(404);
  expect((await company.viewer.ask('GET', '/v1/audit/verify')).status).toBe(403);

  const [row] = await rowsOf('company.created');
  await superuser.query("UPDATE hw.audit SET address = '10.0.0.1' WHERE audit_id = $1", [row?.id]);
  expect((await verify()).body.problems).toMatchObject([{ kind: 'row_changed', auditId: row?.id }]);
  const finding = () =>
    inTenant(api.deps.database, company.tenantId, (tx) => findOpenFinding(tx, 'audit.broken', 'audit:chain'));
  expect(await finding()).toMatchObject({ detail: { problems: 1 } });
  await verify();
  const { memberId } = (await company.owner.ask<{ memberId: string }>('GET', '/v1/me')).body;
  expect(api.jobs.filter(({ queue }) => queue === 'send-break-mail')).toEqual([
    { queue: 'send-break-mail', payload: { tenantId: company.tenantId, memberId } },
  ]);
});

it.each([
  ['messages.searched', '/v1/messages/search'],
  ['messages.counted', '/v1/messages/facets'],
])('%s holds the words that were typed, sealed', async (event, path) => {
  const typed = '芒果 -"返点 合同"';
  await company.owner.ask('GET', `${path}?q=${encodeURIComponent(typed)}`);
  const [row] = await rowsOf(event);
  expect(JSON.stringify(row?.detail)).not.toContain('芒果');
  expect(row?.sealed?.includes(Buffer.from('芒果'))).toBe(false);
  const key = await api.deps.tenantKeys.subkey(company.tenantId, 'audit');
  const sealed = row?.sealed ?? Buffer.alloc(0);
  expect(openAuditWords(key, company.tenantId, row?.id ?? '', sealed)).toEqual([typed]);
  expect(() => openAuditWords(key, company.tenantId, 'another row', sealed)).toThrow('object.damaged');

  await company.owner.ask('GET', path);
  expect((await rowsOf(event)).map((each) => each.sealed === null)).toContain(true);
  const { body } = await company.owner.ask<{ items: readonly object[] }>('GET', '/v1/audit');
  expect(JSON.stringify(body.items)).not.toMatch(/芒果|sealed/);
});
