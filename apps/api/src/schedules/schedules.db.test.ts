import { nextTimeOfDay } from '@highwater/calendar';
import { newId } from '@highwater/testkit';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { makeCompany, type Company } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

interface Schedule {
  readonly scheduleId: string;
  readonly enabled: boolean;
  readonly nextAt: number;
}

const PATH = '/v1/export-schedules';

let api: TestApi;
let company: Company;
let others: Company;
let admin: string;
let viewer: string;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
  others = await makeCompany(api, '邻居');
  admin = await idOf(company.admin);
  viewer = await idOf(company.viewer);
});
afterAll(() => api.stop());

async function idOf(browser: Browser): Promise<string> {
  return (await browser.ask<{ memberId: string }>('GET', '/v1/me')).body.memberId;
}

const asked = () => ({ name: '每天早上', timeOfDay: '08:30', zone: 'Asia/Shanghai', recipients: [admin, viewer] });

async function create(body: object = asked()): Promise<Schedule> {
  const made = await company.admin.ask<Schedule>('POST', PATH, { body });
  expect(made.status).toBe(201);
  return made.body;
}

async function listed(scheduleId: string): Promise<Schedule | undefined> {
  const { body } = await company.owner.ask<{ items: readonly Schedule[] }>('GET', PATH);
  return body.items.find((schedule) => schedule.scheduleId === scheduleId);
}

describe('a new schedule', () => {
  it.each([
    ['Asia/Shanghai', '08:30'],
    ['Europe/Berlin', '00:00'],
    ['America/New_York', '23:59'],
  ])('runs next at its hour in %s (%s)', async (zone, timeOfDay) => {
    const before = api.clock.now();
    const made = await create({ ...asked(), zone, timeOfDay });
    expect(made).toMatchObject({ zone, timeOfDay, enabled: true, lastRuns: [] });
    expect([nextTimeOfDay(zone, timeOfDay, before), nextTimeOfDay(zone, timeOfDay, api.clock.now())]).toContain(
      made.nextAt,
    );
    const shown = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' }).format(made.nextAt);
    expect(shown).toBe(timeOfDay);
    expect(made.nextAt - before).toBeGreaterThan(0);
    expect(made.nextAt - before).toBeLessThanOrEqual(25 * 3_600_000);
  });

  it('names its recipients, each once, and is listed', async () => {
    const made = await create({ ...asked(), recipients: [viewer, admin, viewer] });
    expect(await listed(made.scheduleId)).toEqual(made);
    expect(made).toMatchObject({ recipients: expect.arrayContaining([expect.objectContaining({ memberId: viewer })]) });
    expect(made).toHaveProperty('recipients.length', 2);
  });

  it('is made once under one key', async () => {
    const ask = { body: asked(), headers: { 'idempotency-key': 'twice' } };
    const [one, two] = [await company.admin.ask('POST', PATH, ask), await company.admin.ask('POST', PATH, ask)];
    expect(two.body).toEqual(one.body);
  });

  it.each([
    ['zone', 'Asia/Atlantis'],
    ['timeOfDay', '24:00'],
    ['timeOfDay', '8:30'],
    ['name', '  '],
    ['recipients', []],
    ['recipients', [newId<string>()]],
    ['surprise', 1],
  ])('is refused for its %s (%j)', async (field, value) => {
    const refused = await company.admin.ask('POST', PATH, { body: { ...asked(), [field]: value } });
    expect(refused).toMatchObject({ status: 422, body: { fault: 'request.malformed', field } });
  });

  it('is not sent to members of another company', async () => {
    const body = { ...asked(), recipients: [await idOf(others.owner)] };
    expect((await company.admin.ask('POST', PATH, { body })).body).toMatchObject({ field: 'recipients' });
  });
});

it('changes what is given and reckons the next run anew', async () => {
  const made = await create();
  const path = `${PATH}/${made.scheduleId}`;
  const changed = await company.admin.ask<Schedule>('PATCH', path, { body: { timeOfDay: '09:45' } });
  expect(changed.body).toMatchObject({ name: '每天早上', zone: 'Asia/Shanghai', timeOfDay: '09:45' });
  expect(new Date(changed.body.nextAt).toISOString()).toMatch(/T01:45:00\.000Z$/);
  expect(await listed(made.scheduleId)).toEqual(changed.body);
  const refused = await company.admin.ask('PATCH', path, { body: { zone: 'Nowhere' } });
  expect(refused.body).toMatchObject({ fault: 'request.malformed', field: 'zone' });
});

it('runs now when asked, but not while it is paused', async () => {
  const { scheduleId } = await create();
  const path = `${PATH}/${scheduleId}`;
  expect((await company.admin.ask('PATCH', path, { body: { enabled: false } })).body).toMatchObject({ enabled: false });
  const paused = await listed(scheduleId);
  expect(await company.admin.ask('POST', `${path}/run`)).toMatchObject({ status: 409 });
  expect(await listed(scheduleId)).toEqual(paused);
  await company.admin.ask('PATCH', path, { body: { enabled: true } });
  expect((await company.admin.ask('POST', `${path}/run`)).status).toBe(204);
  expect((await listed(scheduleId))?.nextAt).toBeLessThanOrEqual(api.clock.now());
});

it('is gone once deleted', async () => {
  const { scheduleId } = await create();
  const path = `${PATH}/${scheduleId}`;
  expect((await company.admin.ask('DELETE', path)).status).toBe(204);
  expect(await listed(scheduleId)).toBeUndefined();
  expect(await company.admin.faultOf('DELETE', path)).toBe('thing.missing');
  expect(await company.admin.faultOf('PATCH', path, { body: { enabled: true } })).toBe('thing.missing');
  expect(await company.admin.faultOf('POST', `${path}/run`)).toBe('thing.missing');
});

it('is nothing for viewers and for other companies', async () => {
  const { scheduleId } = await create();
  const path = `${PATH}/${scheduleId}`;
  const verbs = [
    ['GET', PATH, {}],
    ['POST', PATH, { body: asked() }],
    ['PATCH', path, { body: { enabled: false } }],
    ['POST', `${path}/run`, {}],
    ['DELETE', path, {}],
  ] as const;
  for (const [method, address, ask] of verbs) {
    expect(await company.viewer.faultOf(method, address, ask)).toBe('permission.missing');
    if (address !== PATH) expect(await others.owner.faultOf(method, address, ask)).toBe('thing.missing');
  }
  expect((await others.owner.ask('GET', PATH)).body).toEqual({ items: [], nextCursor: null });
  expect((await listed(scheduleId))?.enabled).toBe(true);
});
