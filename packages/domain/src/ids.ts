/** Identifiers. Plain strings with a brand, so that one kind is never passed for another. */
type Id<Name extends string> = string & { readonly __id: Name };

export type TenantId = Id<'tenant'>;
export type MemberId = Id<'member'>;
/** A person who signs in; owned by the identity library. */
export type UserId = Id<'user'>;
export type ConnectionId = Id<'connection'>;
export type KeyId = Id<'key'>;
/** UUID derived from connection, msgid and plaintext: the same message always has the same id. */
export type MessageId = Id<'message'>;
export type ConversationId = Id<'conversation'>;
export type MediaId = Id<'media'>;
export type ExportId = Id<'export'>;
export type ScheduleId = Id<'schedule'>;
export type LinkId = Id<'link'>;
export type InvitationId = Id<'invitation'>;
export type FindingId = Id<'finding'>;
export type RepairId = Id<'repair'>;
export type AttemptId = Id<'attempt'>;
export type RepullId = Id<'repull'>;
/** A dialog whose list of messages was frozen. */
export type DialogId = Id<'dialog'>;
export type SavedSearchId = Id<'saved-search'>;
/** A key of a program; keys of the archive are `KeyId`. */
export type ApiKeyId = Id<'api-key'>;
/** A company's connection to its identity provider. */
export type SignOnId = Id<'sign-on'>;
/** One of the operator's people; never a person of a tenant. */
export type OperatorId = Id<'operator'>;
export type SupportRequestId = Id<'support-request'>;
/**
 * A person in the archive: employees in lower case (userids are case-insensitive),
 * external contacts (`wm…`, `wo…`) and robots (`wb…`) as WeCom wrote them.
 */
export type PersonKey = Id<'person'>;
/** WeCom's `wr…`, internal and external rooms alike. */
export type RoomId = Id<'room'>;

/** WeCom's page cursor and message number: unsigned 64-bit, unique per corp, increasing, holes allowed. */
export type Seq = bigint;
/** Milliseconds since 1970-01-01T00:00:00Z. */
export type UnixMs = number;
