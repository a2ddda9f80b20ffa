import { ACTIONS, MESSAGE_ACTIONS, ROLES, type Action } from '@highwater/domain';
import { expect, it } from 'vitest';
import { accessCondition } from './access-condition.ts';
import { buildAbility } from './build-ability.ts';
import { isAllowed } from './is-allowed.ts';
import { isMessageAction } from './message-actions.ts';
import { rightsOfMember, rightsOfRole } from './role-rights.ts';

const onTenant = ACTIONS.filter((action) => !isMessageAction(action));

it.each(ROLES)('a member who is %s has what the role has', (role) => {
  expect(rightsOfMember({ role, customRole: null })).toEqual(rightsOfRole(role));
});

it('a member of a role of the company has what that role says, of what is known', () => {
  const customRole = {
    actions: ['view', 'fly', 'connect'] as readonly string[] as readonly Action[],
    reach: 'everything' as const,
  };
  expect(rightsOfMember({ role: 'custom', customRole })).toEqual({ actions: ['view', 'connect'], reach: 'everything' });
  expect(rightsOfMember({ role: 'custom', customRole: null })).toEqual({ actions: [], reach: 'granted' });
});

it('an admin may not hold, read what others searched for, or pay', () => {
  const { actions } = rightsOfRole('admin');
  expect(ACTIONS.filter((action) => !actions.includes(action))).toEqual(['hold', 'read_searches', 'bill']);
});

it('what is done to a company is done to no message, and the other way round', () => {
  const ability = buildAbility({ actions: ACTIONS, reach: 'everything', grants: [] }, 0);
  for (const action of onTenant) {
    expect(isAllowed(ability, action)).toBe(true);
    expect(accessCondition(ability, action)).toEqual({ kind: 'none' });
  }
  for (const action of MESSAGE_ACTIONS) expect(ability.can(action, 'Tenant')).toBe(false);
  const reader = buildAbility({ actions: ['view'], reach: 'everything', grants: [] }, 0);
  expect(onTenant.filter((action) => isAllowed(reader, action))).toEqual([]);
  const setter = buildAbility({ actions: ['connect'], reach: 'everything', grants: [] }, 0);
  expect(MESSAGE_ACTIONS.filter((action) => isAllowed(setter, action))).toEqual([]);
});
