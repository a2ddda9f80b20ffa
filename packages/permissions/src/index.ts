export { accessCondition } from './access-condition.ts';
export { buildAbility } from './build-ability.ts';
export type { Ability, Grant, MessagePeople, Standing } from './build-ability.ts';
export { conditionAllows } from './condition-allows.ts';
export { messageAllowed } from './message-allowed.ts';
export { isAllowed } from './is-allowed.ts';
export { conditionCovers } from './condition-covers.ts';
