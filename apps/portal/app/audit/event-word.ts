import type { Translate, WordKey } from '@highwater/i18n';

/** Words of audit events; one that is not known yet shows by its own name. */
const EVENTS: Readonly<Record<string, WordKey>> = {
  'company.created': 'audit.event.companyCreated',
  'tenant.created': 'audit.event.companyCreated',
  'connection.created': 'audit.event.connectionCreated',
  'connection.checked': 'audit.event.connectionChecked',
  'connection.pulled': 'audit.event.connectionPulled',
  'secret.set': 'audit.event.secretSet',
  'key.created': 'audit.event.keyCreated',
  'message.viewed': 'audit.event.messageViewed',
  'context.viewed': 'audit.event.contextViewed',
  'messages.searched': 'audit.event.searched',
  'media.downloaded': 'audit.event.mediaDownloaded',
  'media.viewed': 'audit.event.mediaViewed',
  'export.created': 'audit.event.exportCreated',
  'export.cancelled': 'audit.event.exportCancelled',
  'export.downloaded': 'audit.event.exportDownloaded',
  'export.completed': 'audit.event.exportCompleted',
  'link.downloaded': 'audit.event.linkDownloaded',
  'link.viewed': 'audit.event.linkViewed',
  'schedule.created': 'audit.event.scheduleCreated',
  'schedule.changed': 'audit.event.scheduleChanged',
  'schedule.deleted': 'audit.event.scheduleDeleted',
  'schedule.run': 'audit.event.scheduleRun',
  'invitation.created': 'audit.event.invitationCreated',
  'invitation.revoked': 'audit.event.invitationRevoked',
  'invitation.accepted': 'audit.event.invitationAccepted',
  'member.joined': 'audit.event.memberJoined',
  'member.removed': 'audit.event.memberRemoved',
  'grant.changed': 'audit.event.grantChanged',
  'permission.denied': 'audit.event.denied',
};

export function eventWord(event: string, t: Translate): string {
  const key = EVENTS[event];
  return key === undefined ? event : t(key);
}
