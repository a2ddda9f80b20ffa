import type { AccessCondition, Action, ApiKeyId, MemberId, PersonKey, TenantId, UserId } from '@highwater/domain';
import { expect, test } from 'vitest';
import type { KeyActor, MemberActor } from './actor.ts';
import { isStillAllowed } from './still-allowed.ts';

const of = (...people: string[]): AccessCondition => ({
  kind: 'where',
  any: [{ people: people.map((name) => name as PersonKey) }],
});

function member(access: AccessCondition, actions: readonly Action[] = ['view', 'export'], company = 'a'): MemberActor {
  return {
    kind: 'member',
    user: {
      userId: 'u' as UserId,
      email: '',
      name: '',
      sessionId: '',
      tenantId: null,
      factor: null,
      signedInAt: 0,
      provenAt: null,
    },
    memberships: [],
    tenantId: company as TenantId,
    memberId: 'm' as MemberId,
    role: 'viewer',
    customRole: null,
    language: null,
    grants: [],
    rights: { actions, access: () => access },
    reason: { sessionId: '', hours: null, auditId: null, givenAt: null, until: null },
  };
}

const key = (access: AccessCondition): KeyActor => ({
  ...member(access),
  kind: 'key',
  key: { keyId: 'k' as ApiKeyId, name: 'k' },
});

test('whoever sees as much or more goes on', () => {
  expect(isStillAllowed(member(of('ann')), member(of('ann')))).toBe(true);
  expect(isStillAllowed(member(of('ann')), member(of('ann', 'ben')))).toBe(true);
  expect(isStillAllowed(member(of('ann')), member({ kind: 'all' }, ['view', 'export', 'bill']))).toBe(true);
  expect(isStillAllowed(key(of('ann')), key(of('ann')))).toBe(true);
});

test.each([
  ['is refused now', member(of('ann')), null],
  ['is nobody now', member(of('ann')), { kind: 'nobody' } as const],
  ['sees less', member(of('ann', 'ben')), member(of('ann'))],
  ['lost an action', member(of('ann')), member(of('ann'), ['view'])],
  ['is in another company', member(of('ann')), member(of('ann'), ['view', 'export'], 'b')],
  ['is another kind of asker', member(of('ann')), key(of('ann'))],
])('whoever %s is cut off', (_what, before, now) => {
  expect(isStillAllowed(before, now)).toBe(false);
});
