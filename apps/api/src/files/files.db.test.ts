import { inTenant, raiseFinding } from '@highwater/db';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { makeCompany, type Company } from '../testing/company.ts';
import { makeOrchard, type Orchard } from '../testing/orchard.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
let company: Company;
let others: Company;
let orchard: Orchard;
let formula: string;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
  others = await makeCompany(api, '邻居');
  orchard = await makeOrchard(api, company);
  const said = await orchard.talk.say({
    from: 'boss',
    to: ['zhaokai'],
    body: {
      msgtype: 'file',
      file: { md5sum: 'e', filename: '=HYPERLINK("x").xlsx', fileext: 'xlsx', filesize: 12, sdkfileid: 'CtYBother' },
    },
  });
  formula = said.mediaIds[0] ?? '';
  await set(formula, { state: 'absent', fault: 'media.expired', expected_size: 12 });
});
afterAll(() => api.stop());

async function set(mediaId: string, values: Record<string, unknown>): Promise<void> {
  const names = Object.keys(values).map((name, index) => `${name} = $${index + 3}`);
  await inTenant(api.database.database, company.tenantId, (tx) =>
    tx.query(`UPDATE hw.media SET ${names.join(', ')} WHERE tenant_id = $1 AND media_id = $2`, [
      company.tenantId,
      mediaId,
      ...Object.values(values),
    ]),
  );
}

const quote = () => orchard.quote.mediaIds[0] ?? '';
const jobs = () => api.jobs.filter(({ queue }) => queue === 'fetch-media').map(({ payload }) => payload);

it('says what was wanted, what came, what is absent and why', async () => {
  const { body } = await company.admin.ask<Record<string, unknown>>('GET', '/v1/files');
  const { connectionId } = orchard.talk;
  expect(body).toMatchObject({
    totals: {
      wanted: { count: 1 },
      stored: { count: 0, bytes: '0' },
      absent: { count: 1, bytes: '12' },
      md5: { agreed: 0, absent: 0, differed: 0, unchecked: 0 },
    },
    kinds: [{ mediaKind: 'file', wanted: { count: 1 }, absent: { count: 1 } }],
    causes: expect.arrayContaining([
      { connectionId, list: 'absent', fault: 'media.expired', isBlocked: false, params: {}, count: 1, bytes: '12' },
      { connectionId, list: 'waiting', fault: null, isBlocked: false, params: {}, count: 1, bytes: '0' },
    ]),
    waiting: [{ connectionId, oldestAt: orchard.quote.sentAt }],
  });
  expect((await others.owner.ask('GET', '/v1/files')).body).toMatchObject({ kinds: [], causes: [], waiting: [] });
});

it('lists days, and files with their message, cause and time left', async () => {
  const days = await company.owner.ask<{ items: object[] }>('GET', '/v1/files/days');
  expect(days.body.items).toEqual([{ day: '2026-11-22', wanted: 1, stored: 0, absent: 1, deviating: 0, bytes: '0' }]);
  const { body } = await company.owner.ask<{ items: object[] }>(
    'GET',
    '/v1/files/list?list=absent&fault=media.expired',
  );
  expect(body.items).toMatchObject([
    { mediaId: formula, fault: 'media.expired', size: 12, mayRetry: true, fileName: '=HYPERLINK("x").xlsx' },
  ]);
  expect(JSON.stringify(body)).not.toContain('CtYB');
  const none = await others.owner.ask<{ items: object[] }>('GET', '/v1/files/list?list=absent');
  expect(none.body.items).toEqual([]);
  expect(await company.owner.faultOf('GET', '/v1/files/list')).toBe('request.malformed');
});

it('gives the list as a table whose cells are no formulas, in the asker’s language', async () => {
  const csv = await company.owner.ask<string>('GET', '/v1/files/list.csv?list=absent');
  expect(csv.headers.get('content-type')).toContain('text/csv');
  expect(csv.headers.get('content-disposition')).toContain('attachment');
  const text = String(csv.body);
  expect(text).toContain(`"'=HYPERLINK(""x"").xlsx"`);
  expect(text).toContain(formula);
  expect(text.trimEnd().split('\r\n')).toHaveLength(2);
});

it('fetches a stored file that differs again on demand, and says in the table that nothing else does', async () => {
  const differing = {
    state: 'stored',
    fault: 'media.md5_differs',
    md5_state: 'differed',
    sha256: 'x',
    object_name: 'o',
  };
  await set(quote(), { ...differing, size: 9 });
  const listed = await company.owner.ask<{ items: object[] }>('GET', '/v1/files/list?list=deviating');
  expect(listed.body.items).toMatchObject([{ mediaId: quote(), mayRetry: true }]);
  const headers = { 'accept-language': 'en' };
  const table = await company.owner.ask<string>('GET', '/v1/files/list.csv?list=deviating', { headers });
  expect(String(table.body)).toContain('kept as fetched');
  expect(String(table.body)).not.toContain('It is fetched once more');
  const retried = await company.admin.ask<{ count: number }>('POST', '/v1/files/retry', { body: { mediaId: quote() } });
  expect(retried.body).toEqual({ count: 1 });
  const { body } = await company.owner.ask<{ items: object[] }>('GET', '/v1/files/list?list=waiting');
  expect(body.items).toMatchObject([{ mediaId: quote(), state: 'wanted' }]);
  await set(quote(), { state: 'wanted', fault: null, md5_state: null, sha256: null, object_name: null, size: null });
});

it('fetches one file again, or all of a cause; asked twice, it is one', async () => {
  const retry = (body: object) => company.admin.ask<{ count: number }>('POST', '/v1/files/retry', { body });
  const before = jobs().length;
  expect(await retry({ mediaId: formula })).toMatchObject({ status: 202, body: { count: 1 } });
  expect(await retry({ mediaId: formula })).toMatchObject({ status: 202, body: { count: 1 } });
  const waiting = await company.owner.ask<{ items: object[] }>('GET', '/v1/files/list?list=waiting');
  expect(waiting.body.items).toHaveLength(2);
  expect(jobs().slice(before)).toEqual(
    [1, 2].map(() => ({ tenantId: company.tenantId, connectionId: orchard.talk.connectionId, lane: 'small' })),
  );
  await set(quote(), { state: 'absent', fault: 'media.bad_id' });
  expect((await retry({ list: 'absent', fault: 'media.expired' })).body).toEqual({ count: 0 });
  expect((await retry({ list: 'absent', fault: 'media.bad_id' })).body).toEqual({ count: 1 });
  const { rows } = await inTenant(api.database.database, company.tenantId, (tx) =>
    tx.query<{ detail: object }>(
      `SELECT detail FROM hw.audit WHERE tenant_id = $1 AND event = 'files.retried' ORDER BY at, detail`,
      [company.tenantId],
    ),
  );
  expect(rows).toContainEqual({ detail: { files: 1, fault: 'media.bad_id' } });
});

it('says of what somebody must act upon which address WeCom saw', async () => {
  const { connectionId } = orchard.talk;
  await set(quote(), { state: 'wanted', fault: 'ip.untrusted', is_blocked: true });
  const untrusted = async () => {
    const { body } = await company.owner.ask<{ causes: { fault: string; params: object }[] }>('GET', '/v1/files');
    return body.causes.find(({ fault }) => fault === 'ip.untrusted')?.params;
  };
  expect(await untrusted()).toEqual({ ip: api.deps.egressAddresses[0] });
  await inTenant(api.database.database, company.tenantId, (tx) =>
    raiseFinding(tx, {
      fault: 'ip.untrusted',
      subject: `connection:${connectionId}`,
      detail: { ip: '203.0.113.7', errcode: 60020 },
      now: api.clock.now(),
    }),
  );
  expect(await untrusted()).toEqual({ ip: '203.0.113.7', errcode: 60020 });
});

it('is for those who see completeness, and to be retried by those who may connect', async () => {
  for (const path of ['/v1/files', '/v1/files/days', '/v1/files/list?list=absent', '/v1/files/list.csv?list=absent']) {
    expect(await company.viewer.faultOf('GET', path)).toBe('permission.missing');
  }
  const body = { mediaId: formula };
  expect(await company.viewer.faultOf('POST', '/v1/files/retry', { body })).toBe('permission.missing');
  expect(await others.owner.faultOf('POST', '/v1/files/retry', { body })).toBe('thing.missing');
});
