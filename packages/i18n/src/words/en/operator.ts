import type { WordsLike } from '../../words.ts';
import type { operator as first } from '../zh-CN/operator.ts';

export const operator = {
  title: 'Operator console',
  tenants: 'Tenants',
} as const satisfies WordsLike<typeof first>;
