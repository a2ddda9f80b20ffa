import { readingSettings } from '../schemas/reading-settings.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { changeReadingInput, changeReadingSettings, getReadingSettings } from './reading-settings.ts';

export const settingsRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/settings/reading',
      operation: 'getReadingSettings',
      summary: 'How dialogs are cut, and when a customer waits too long',
      audience: 'member',
      input: {},
      answer: readingSettings,
    },
    getReadingSettings,
  ),
  defineRoute(
    {
      method: 'put',
      path: '/settings/reading',
      operation: 'changeReadingSettings',
      summary: 'Change how dialogs are cut, and when a customer waits too long',
      audience: 'member',
      input: changeReadingInput,
      answer: readingSettings,
    },
    changeReadingSettings,
  ),
];
