import type { WordsLike } from '../../words.ts';
import type { operator as first } from '../zh-CN/operator.ts';

export const operator = {
  title: 'Operator console',
  lead: 'Counts, times and states; never content.',
  tenants: 'Tenants',
  tenant: 'Tenant',
  status: 'Status',
  active: 'Active',
  suspended: 'Suspended',
  created: 'Created',
  members: 'Members',
  connections: 'Connections',
  messages: 'Messages',
  lastPull: 'Last pull',
  findings: 'Findings',
  none: 'No tenants yet',
} as const satisfies WordsLike<typeof first>;
