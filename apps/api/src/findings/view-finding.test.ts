import type { FindingRow } from '@highwater/db';
import type { FindingId } from '@highwater/domain';
import { expect, it } from 'vitest';
import { viewFinding } from './view-finding.ts';

const row: FindingRow = {
  findingId: '0b6f3d0e-8a52-4c1c-9a63-1f6f0a5c2f10' as FindingId,
  fault: 'wecom.throttled',
  subject: 'connection:c:enrich:rooms',
  detail: {},
  since: 0,
  lastAt: 0,
  resolvedAt: null,
  count: 1,
};
const reader = { language: 'en', zone: 'UTC', now: 0, connections: [] } as const;

it('names the kind of enrichment that a cause stops, where there is one', () => {
  const plain = viewFinding(row, reader).title;
  const told = (detail: FindingRow['detail']) => viewFinding({ ...row, detail }, reader).title;
  expect(told({ enrichment: 'rooms' })).toBe(`Rooms: ${plain}`);
  expect(told({ enrichment: 'employees' })).toBe(`Employees: ${plain}`);
  expect(told({ enrichment: 'something else' })).toBe(plain);
});
