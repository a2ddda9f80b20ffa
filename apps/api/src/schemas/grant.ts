import { DIRECTIONS, type MessageKind } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { grantedDepartmentView } from './department.ts';
import {
  connectionId,
  departmentList,
  departmentsAsOf,
  employeeList,
  grantId,
  memberId,
  messageAction,
  orNull,
  personKey,
  roomId,
  time,
} from './values.ts';

/** Values once each, in order. */
function listOf<Item extends z.ZodType<string>>(item: Item, most: number) {
  return z
    .array(item)
    .max(most)
    .transform((values): z.output<Item>[] => [...new Set(values)].toSorted())
    .openapi({ type: 'array', items: { type: 'string' }, maxItems: most });
}

const kind = z
  .string()
  .min(1)
  .max(40)
  .transform((value) => value as MessageKind);

export const tagPlace = z.strictObject({ connectionId, tagId: z.string().min(1).max(128) });

/**
 * What a grant gives. Employees, departments and `isSelf` widen each other, as do customers and tags; all else narrows.
 * Either it `isEverything`, or it names somebody or something of these or a room.
 */
export const grantTerms = z
  .strictObject({
    /** Which actions of the member's role it opens. */
    actions: z.array(messageAction).min(1).max(4).default(['view', 'search', 'export']),
    employees: employeeList.default([]),
    departments: departmentList.default([]),
    departmentsAsOf: departmentsAsOf.default('message'),
    /** The employee that the member is bound to. */
    isSelf: z.boolean().default(false),
    isEverything: z.boolean().default(false),
    customers: listOf(personKey, 5000).default([]),
    /** Customers who carry one of these tags now. */
    tags: z.array(tagPlace).max(200).default([]),
    rooms: listOf(roomId, 2000).default([]),
    kinds: listOf(kind, 50).default([]),
    directions: listOf(z.enum(DIRECTIONS), 4).default([]),
    /** Messages sent from here on. */
    sentFrom: orNull(time).default(null),
    /** Messages sent before here. */
    sentUntil: orNull(time).default(null),
    /** The grant itself gives nothing from here on. */
    expiresAt: orNull(time).default(null),
    /** Why it is given. */
    note: z.string().trim().max(500).nullable().default(null),
  })
  .openapi('GrantTerms');

export type GrantInput = z.output<typeof grantTerms>;

/** A grant's terms with what the things in them are called now. */
export const offeredGrantView = z
  .object({
    actions: z.array(messageAction).readonly(),
    employees: z.array(personKey).readonly(),
    departments: z.array(grantedDepartmentView).readonly(),
    departmentsAsOf,
    isSelf: z.boolean(),
    isEverything: z.boolean(),
    customers: z.array(personKey).readonly(),
    tags: z
      .array(
        z.object({
          connectionId,
          tagId: z.string(),
          name: z.string(),
          groupName: z.string(),
          /** Carried by nobody any more. */
          isDeleted: z.boolean(),
        }),
      )
      .readonly(),
    rooms: z.array(roomId).readonly(),
    kinds: z.array(z.string()).readonly(),
    directions: z.array(z.enum(DIRECTIONS)).readonly(),
    sentFrom: orNull(time),
    sentUntil: orNull(time),
    expiresAt: orNull(time),
    note: z.string().nullable(),
    /** Names of its people and rooms, as far as they are known and the asker may know them. */
    names: z.array(z.object({ key: z.string(), name: z.string() })).readonly(),
  })
  .openapi('OfferedGrant');

/** A grant in force. */
export const grantView = offeredGrantView
  .extend({
    grantId,
    grantedBy: memberId,
    granterName: z.string(),
    grantedAt: time,
    /** It ended by itself. */
    isExpired: z.boolean(),
  })
  .openapi('Grant');

export const grantList = z.object({ items: z.array(grantView).readonly() });

/** A number, and whether there may be more. */
const counted = z.object({ count: z.int(), isExact: z.boolean() });

/** What rights open, in numbers. */
export const reachNumbers = z
  .object({
    /** Actions on messages that they are about. */
    actions: z.array(messageAction).readonly(),
    kind: z.enum(['all', 'none', 'where']),
    employees: z.object({ seen: z.int(), total: z.int() }),
    /** Null where counting took too long. */
    customers: orNull(counted),
    rooms: orNull(counted),
    /** Messages that are indexed; null where counting took too long. */
    messages: orNull(counted),
    /** Days (YYYY-MM-DD, in the company's zone) of the first and the last message. */
    firstDay: z.string().nullable(),
    lastDay: z.string().nullable(),
  })
  .openapi('ReachNumbers');

export const grantPreview = z.object({ grant: offeredGrantView, numbers: reachNumbers }).openapi('GrantPreview');

export const tagList = z.object({
  items: z
    .array(
      z.object({ connectionId, tagId: z.string(), groupName: z.string(), name: z.string(), isDeleted: z.boolean() }),
    )
    .readonly(),
});
