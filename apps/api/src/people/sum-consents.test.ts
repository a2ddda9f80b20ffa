import { expect, test } from 'vitest';
import { sumConsents } from './sum-consents.ts';

test('a default is told apart from a decision, and what WeCom did not explain counts for nothing', () => {
  const sum = (...consents: Parameters<typeof sumConsents>[0]) => sumConsents(consents);
  expect(sum()).toBeNull();
  expect(sum({ status: null, changedAt: null }, { status: 'other', changedAt: 5 })).toBeNull();
  expect(sum({ status: 'default_agree', changedAt: null })).toEqual({
    state: 'default',
    since: null,
    agreed: 1,
    refused: 0,
  });
  expect(sum({ status: 'default_agree', changedAt: 3 }, { status: 'agree', changedAt: 2 })).toMatchObject({
    state: 'agreed',
    since: 3,
  });
  expect(sum({ status: 'disagree', changedAt: 2 })).toMatchObject({ state: 'refused', refused: 1 });
  expect(sum({ status: 'disagree', changedAt: 2 }, { status: 'default_agree', changedAt: null })).toMatchObject({
    state: 'mixed',
  });
});
