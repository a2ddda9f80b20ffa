import type { ReadingSettingsView } from '@highwater/api-client';
import { answerOf, type VisitorApi } from './visitor-api.ts';

export function getReadingSettings({ client }: VisitorApi): Promise<ReadingSettingsView> {
  return answerOf(client.GET('/v1/settings/reading'));
}

export function changeReadingSettings(
  { client }: VisitorApi,
  settings: Pick<
    ReadingSettingsView,
    'dialogGapMinutes' | 'unansweredHours' | 'workingDays' | 'workingFrom' | 'workingUntil'
  >,
): Promise<ReadingSettingsView> {
  return answerOf(client.PUT('/v1/settings/reading', { body: settings }));
}
