import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { makeCompany, type Company } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
let company: Company;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
});
afterAll(() => api.stop());

const SETTINGS = {
  dialogGapMinutes: 45,
  unansweredHours: 8,
  workingDays: [6, 1, 2, 6],
  workingFrom: '08:30',
  workingUntil: '24:00',
};
const PATH = '/v1/settings/reading';

it('gives a new company usual hours, to whoever reads', async () => {
  const usual = {
    zone: 'Asia/Shanghai',
    dialogGapMinutes: 30,
    unansweredHours: 4,
    workingDays: [1, 2, 3, 4, 5],
    workingFrom: '09:00',
    workingUntil: '18:00',
  };
  expect((await company.viewer.ask('GET', PATH)).body).toEqual({ ...usual, mayChange: false });
  expect((await company.owner.ask('GET', PATH)).body).toEqual({ ...usual, mayChange: true });
});

it('lets whoever sets the company up change them, and writes that down', async () => {
  expect(await company.viewer.faultOf('PUT', PATH, { body: SETTINGS })).toBe('permission.missing');
  const changed = { ...SETTINGS, workingDays: [1, 2, 6], zone: 'Asia/Shanghai', mayChange: true };
  expect((await company.owner.ask('PUT', PATH, { body: SETTINGS })).body).toEqual(changed);
  expect((await company.owner.ask('GET', PATH)).body).toEqual(changed);
  const { body } = await company.owner.ask<{ items: readonly object[] }>('GET', '/v1/audit');
  expect(body.items).toContainEqual(
    expect.objectContaining({
      event: 'reading.changed',
      detail: expect.objectContaining({ unansweredHours: 8, workingDays: '1,2,6' }),
    }),
  );
});

it.each([
  { ...SETTINGS, dialogGapMinutes: 4 },
  { ...SETTINGS, unansweredHours: 73 },
  { ...SETTINGS, workingDays: [] },
  { ...SETTINGS, workingDays: [8] },
  { ...SETTINGS, workingFrom: '25:00' },
  { ...SETTINGS, workingFrom: '24:00' },
  { ...SETTINGS, workingFrom: '18:00', workingUntil: '09:00' },
  { ...SETTINGS, zone: 'UTC' },
])('refuses hours that are none: %j', async (body) => {
  expect(await company.owner.faultOf('PUT', PATH, { body })).toBe('request.malformed');
});
