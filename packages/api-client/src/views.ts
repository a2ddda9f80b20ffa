import type { components } from './schema.generated.ts';

type Schemas = components['schemas'];

/** What the API answers, by name. */
export type MeView = Schemas['Me'];
export type TenantView = Schemas['Tenant'];
export type OverviewView = Schemas['Overview'];
export type ConnectionView = Schemas['Connection'];
export type CallbackSecretsView = Schemas['CallbackSecrets'];
export type RepullView = Schemas['Repull'];
export type KeyView = Schemas['Key'];
export type QuarantineView = Schemas['Quarantine'];
export type QuarantineCause = Schemas['QuarantineCause'];
export type QuarantinedEnvelopeView = Schemas['QuarantinedEnvelope'];
export type RepairView = Schemas['Repair'];
export type CompletenessView = Schemas['Completeness'];
export type LedgerDayView = Schemas['LedgerDay'];
export type LedgerDayDetail = Schemas['LedgerDayDetail'];
export type FindingView = Schemas['Finding'];
export type MessageView = Schemas['Message'];
export type SearchHit = Schemas['SearchHit'];
export type SearchPage = Schemas['SearchPage'];
export type MessageContext = Schemas['MessageContext'];
export type ConversationView = Schemas['Conversation'];
export type PersonView = Schemas['Person'];
export type PersonInArchiveView = Schemas['PersonInArchive'];
export type ConsentView = Schemas['Consent'];
export type CallView = Schemas['Call'];
export type RoomView = Schemas['Room'];
export type MediaView = Schemas['Media'];
export type ExportView = Schemas['Export'];
export type ExportLinkView = Schemas['ExportLink'];
export type ScheduleView = Schemas['ExportSchedule'];
export type MemberView = Schemas['Member'];
export type InvitationView = Schemas['Invitation'];
export type InvitationOffer = Schemas['InvitationOffer'];
export type AuditView = Schemas['AuditEntry'];
export type OperatorTenantView = Schemas['OperatorTenant'];
