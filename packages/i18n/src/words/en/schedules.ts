import type { WordsLike } from '../../words.ts';
import type { schedules as first } from '../zh-CN/schedules.ts';

export const schedules = {
  title: 'Schedules',
  dailyAt: 'Daily at {{time}}',
} as const satisfies WordsLike<typeof first>;
