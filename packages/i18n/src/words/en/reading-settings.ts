import type { WordsLike } from '../../words.ts';
import type { readingSettings as first } from '../zh-CN/reading-settings.ts';

export const readingSettings = {
  title: 'Reading settings',
  lead: 'How dialogs are cut, and when a customer counts as unanswered. One setting for the whole company: searches, exports and counts follow it.',
  readOnly: 'Only owners and admins can change this.',
  gap: 'Silence that ends a dialog (minutes)',
  gapHint:
    '5 to 1440. After a longer silence the next message begins a new dialog. Readers can choose another while reading.',
  gapWrong: 'Enter a whole number from 5 to 1440.',
  hours: 'Working hours within which a customer is to be answered',
  hoursHint:
    '1 to 72. A message from outside is unanswered when no employee wrote in the conversation within this many working hours after it, even if one did later. Robots and messages taken back are no answer.',
  hoursWrong: 'Enter a whole number from 1 to 72.',
  days: 'Working days',
  daysWrong: 'Choose at least one day.',
  day: { '1': 'Mon', '2': 'Tue', '3': 'Wed', '4': 'Thu', '5': 'Fri', '6': 'Sat', '7': 'Sun' },
  from: 'Work begins',
  until: 'Work ends',
  untilWrong: 'Work has to end after it begins.',
  zone: 'Times are in {{zone}}. Enter 00:00 where work ends at midnight.',
  save: 'Save',
  saved: 'Saved',
} as const satisfies WordsLike<typeof first>;
