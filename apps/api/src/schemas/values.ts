import type {
  ApiKeyId,
  ConnectionId,
  ConversationId,
  DialogId,
  ExportId,
  FindingId,
  InvitationId,
  KeyId,
  MediaId,
  MemberId,
  MessageId,
  PersonKey,
  RoomId,
  ScheduleId,
  SignOnId,
  TenantId,
} from '@highwater/domain';
import { ACTIONS, LANGUAGES, MEMBER_ROLES, MESSAGE_ACTIONS, REACHES } from '@highwater/domain';
import { z } from '@hono/zod-openapi';

/** Ids of things, as branded strings. In a path a malformed one is a thing that is missing. */
function idOf<Id extends string>() {
  return z
    .uuid()
    .transform((value) => value as Id)
    .openapi({ type: 'string', format: 'uuid' });
}

export const tenantId = idOf<TenantId>();
export const memberId = idOf<MemberId>();
export const connectionId = idOf<ConnectionId>();
export const keyId = idOf<KeyId>();
export const messageId = idOf<MessageId>();
export const conversationId = idOf<ConversationId>();
export const mediaId = idOf<MediaId>();
export const exportId = idOf<ExportId>();
export const scheduleId = idOf<ScheduleId>();
export const invitationId = idOf<InvitationId>();
export const signOnId = idOf<SignOnId>();
export const findingId = idOf<FindingId>();
export const apiKeyId = idOf<ApiKeyId>();
export const dialogId = idOf<DialogId>();
/** As the archive keys people: employees in lower case. */
export const personKey = z
  .string()
  .min(1)
  .max(128)
  .transform((value) => value as PersonKey)
  .openapi({ type: 'string' });
export const roomId = z
  .string()
  .min(1)
  .max(128)
  .transform((value) => value as RoomId)
  .openapi({ type: 'string' });

export const time = z.int().openapi({ description: 'Milliseconds since 1970-01-01T00:00:00Z.' });
export const language = z.enum(LANGUAGES).openapi('Language');
export const role = z.enum(MEMBER_ROLES).openapi('Role');
export const action = z.enum(ACTIONS).openapi('Action');
export const messageAction = z.enum(MESSAGE_ACTIONS).openapi('MessageAction');
export const reach = z.enum(REACHES).openapi('Reach');
/** Ids that only this company's own tables know. */
export const grantId = z.uuid();
export const roleId = z.uuid();
/** A 64-bit number as decimal text. */
export const bigNumber = z.string().regex(/^\d+$/);
export const nextCursor = z.string().nullable();

/** A named schema or null. `.nullable()` would keep the name's reference and lose the null in the OpenAPI document. */
export function orNull<Schema extends z.ZodType>(schema: Schema) {
  return z.union([schema, z.null()]);
}

/** A list as every list is answered. */
export function pageOfItems<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item).readonly(), nextCursor });
}

/** Employees of a grant, as the archive keys them, sorted and without repeats. */
export const employeeList = z
  .array(personKey)
  .max(5000)
  .transform((keys) => [...new Set(keys)].toSorted());

/** WeCom's number of a department. */
export const departmentId = z.string().regex(/^\d{1,18}$/);
/** A department: the same number of two corps is two departments. */
export const departmentPlace = z.strictObject({ connectionId, departmentId });
export const departmentsAsOf = z.enum(['message', 'now']).openapi('DepartmentsAsOf');

/** Departments of a grant, without repeats. */
export const departmentList = z
  .array(departmentPlace)
  .max(500)
  .transform((places) => [...new Map(places.map((one) => [`${one.connectionId} ${one.departmentId}`, one])).values()]);

/** The token of a mailed link: 128 bits, base64url. A malformed one opens nothing. */
export const linkToken = z.string().max(64);
