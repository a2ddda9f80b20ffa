import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ROUTE_AUDITS } from '../audit/route-audits.ts';
import { ROUTES } from '../routes.ts';
import { makeCompany, type Company } from '../testing/company.ts';
import { makeOrchard, type Orchard } from '../testing/orchard.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

const HOUR_MS = 3_600_000;
const REASON = '客诉 2026-118，核对退款承诺';
const SETTINGS = '/v1/settings/reason';

let api: TestApi;
let company: Company;
let orchard: Orchard;
let messageId: string;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
  orchard = await makeOrchard(api, company);
  ({ messageId } = await orchard.talk.say({ from: 'linxiaoyu', to: ['chenjie'], text: '你好' }));
  await company.owner.ask('PUT', SETTINGS, { body: { hours: 2 } });
});
afterAll(() => api.stop());

/** An address of the route, of things that are nowhere: what it asks for first is why. */
function addressOf(path: string): string {
  return `/v1${path
    .replace('{copy}', 'thumbnail')
    .replace('{token}', 'a'.repeat(22))
    .replace('{month}', '2026-10')
    .replace('{day}', '2026-11-20')
    .replaceAll(/\{\w+\}/g, '01a0c0de-0000-7000-8000-0000feedbeef')}`;
}
const read = () => company.owner.faultOf('GET', `/v1/messages/${messageId}/context`);
const give = (reason: string) => company.owner.ask('POST', '/v1/reason', { body: { reason } });

interface Line {
  readonly event: string;
  readonly reason: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}
const lines = async (query = '') => (await company.owner.ask<{ items: Line[] }>('GET', `/v1/audit${query}`)).body.items;

describe('a company that asks why content is opened', () => {
  it('refuses every route that opens content, and no other, until somebody says it', async () => {
    const refused: string[] = [];
    for (const { spec } of ROUTES) {
      if (spec.audience === 'operator' || spec.path.startsWith('/dev/') || spec.path === SETTINGS.slice(3)) continue;
      const body = spec.input.body === undefined ? {} : { body: {} };
      const fault = await company.owner.faultOf(spec.method.toUpperCase(), addressOf(spec.path), body);
      if (fault === 'reason.missing') refused.push(spec.operation);
    }
    // A mailed link is looked up first: of one that nobody has, there is nothing to refuse.
    const linked = ['getExportLink', 'downloadExportLink'];
    const opening = Object.entries(ROUTE_AUDITS).filter(([, audit]) => audit.opens === true);
    const expected = opening.map(([operation]) => operation).filter((operation) => !linked.includes(operation));
    expect(refused.toSorted()).toEqual(expected.toSorted());
  });

  it('opens it for as long as the reason holds, in that session and for that member', async () => {
    expect(await read()).toBe('reason.missing');
    expect((await give('急')).status).toBe(422);
    expect(await give(REASON)).toMatchObject({ status: 200, body: { hours: 2, until: expect.any(Number) } });
    expect(await read()).toBeUndefined();
    expect(await company.viewer.faultOf('GET', `/v1/messages/${messageId}/context`)).toBe('reason.missing');
    api.clock.shift(2 * HOUR_MS);
    expect(await read()).toBe('reason.missing');
    await give('再看一次，确认金额');
    expect(await read()).toBeUndefined();
  });

  it('has the reason in every line that says that content was opened, readable to who sees the log', async () => {
    await give(REASON);
    await read();
    await company.owner.ask('GET', '/v1/messages/search?q=hello');
    const [given] = await lines('?group=reading');
    expect(given).toMatchObject({ event: 'conversation.viewed', reason: REASON });
    expect((await lines('?group=searches'))[0]).toMatchObject({ event: 'messages.searched', reason: REASON });
    expect((await lines('?group=proofs')).every(({ reason }) => reason === null)).toBe(true);
    const row = await lines();
    expect(row.find(({ event }) => event === 'reason.given')).toMatchObject({ reason: REASON, detail: { hours: 2 } });
    expect(JSON.stringify(row.map(({ detail }) => detail))).not.toContain(REASON);
  });

  it('is asked by who manages rights alone, with what it was before', async () => {
    expect(await company.viewer.faultOf('PUT', SETTINGS, { body: { hours: null } })).toBe('permission.missing');
    expect((await company.owner.ask('PUT', SETTINGS, { body: { hours: 0 } })).status).toBe(422);
    await company.owner.ask('PUT', SETTINGS, { body: { hours: null } });
    expect((await lines('?group=settings'))[0]).toMatchObject({
      event: 'reason.asked',
      detail: { hoursBefore: 2, hours: null },
    });
    expect(await company.viewer.faultOf('GET', `/v1/messages/${messageId}/context`)).toBeUndefined();
    expect((await company.viewer.ask('GET', '/v1/reason')).body).toEqual({ hours: null, until: null });
  });
});
