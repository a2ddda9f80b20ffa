import type { Translate, WordKey } from '@highwater/i18n/make';

/** Events of the audit log that have words. */
const EVENTS = [
  'access_denied',
  'company_created',
  'connection_tried',
  'connection_created',
  'connection_refused',
  'preflight_requested',
  'pull_requested',
  'secret_tried',
  'secret_replaced',
  'secret_refused',
  'secret_unproven',
  'pulling_changed',
  'callback_made',
  'repull_requested',
  'repull_finished',
  'repull_failed',
  'key_made',
  'key_imported',
  'key_removed',
  'quarantine_reopened',
  'messages_reparsed',
  'conversation_viewed',
  'message_viewed',
  'messages_searched',
  'media_opened',
  'export_requested',
  'export_built',
  'export_cancelled',
  'export_downloaded',
  'link_mailed',
  'schedule_created',
  'schedule_changed',
  'schedule_deleted',
  'schedule_asked',
  'schedule_started',
  'invitation_created',
  'invitation_mailed',
  'invitation_refused',
  'invitation_revoked',
  'invitation_accepted',
  'member_removed',
  'grant_changed',
  'ledger_downloaded',
  'ledger_verified',
] as const;

/** An event in words ("export.downloaded"); one that has none yet shows by its own name. */
export function eventWord(event: string, t: Translate): string {
  const known = EVENTS.find((each) => each === event.replace('.', '_'));
  return known === undefined ? event : t(`audit.event.${known}` satisfies WordKey);
}
