import type { components } from './schema.generated.ts';

type Schemas = components['schemas'];

/** What the API answers, by name. */
export type MeView = Schemas['Me'];
export type TenantView = Schemas['Tenant'];
export type OverviewView = Schemas['Overview'];
export type ConnectionView = Schemas['Connection'];
export type KeyView = Schemas['Key'];
export type CompletenessView = Schemas['Completeness'];
export type FindingView = Schemas['Finding'];
export type MessageView = Schemas['Message'];
export type SearchHit = Schemas['SearchHit'];
export type SearchPage = Schemas['SearchPage'];
export type MessageContext = Schemas['MessageContext'];
export type ConversationView = Schemas['Conversation'];
export type PersonView = Schemas['Person'];
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
