import {
  LONGEST_SUPPORT_HOURS,
  SUPPORT_SCOPES,
  SUPPORT_STATES,
  type OperatorId,
  type SupportRequestId,
} from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { orNull, personKey, roomId, tenantId, time } from './values.ts';

export const supportRequestId = z
  .uuid()
  .transform((value) => value as SupportRequestId)
  .openapi({ type: 'string', format: 'uuid' });
const operatorId = z
  .string()
  .transform((value) => value as OperatorId)
  .openapi({ type: 'string' });

export const supportScope = z.enum(SUPPORT_SCOPES).openapi('SupportScope');
const supportState = z.enum(SUPPORT_STATES).openapi('SupportState');
export const supportHours = z.int().min(1).max(LONGEST_SUPPORT_HOURS);
const endedBy = orNull(z.enum(['owner', 'operator', 'time']).openapi('SupportEnd'));

/** What is known of a request wherever it is shown. */
const request = {
  requestId: supportRequestId,
  /** Counts the company's requests. */
  number: z.int(),
  operatorName: z.string(),
  askedScopes: z.array(supportScope).readonly(),
  askedHours: supportHours,
  askedAt: time,
  /** Nobody can approve it later. */
  answerUntil: time,
  state: supportState,
  /** What was approved; empty before. */
  scopes: z.array(supportScope).readonly(),
  hours: supportHours.nullable(),
  untilAt: time.nullable(),
  endedAt: time.nullable(),
  endedBy,
};

/** As the company sees it. */
export const supportRequestView = z
  .object({
    ...request,
    reason: z.string(),
    decidedAt: time.nullable(),
    decidedByName: z.string().nullable(),
    /** Whose conversations were approved, and of which rooms; names are today's. */
    people: z.array(z.object({ personKey, name: z.string().nullable() })).readonly(),
    rooms: z.array(z.object({ roomId, name: z.string().nullable() })).readonly(),
    sentFrom: time.nullable(),
    sentUntil: time.nullable(),
    /** What was looked at, by operation of this API. */
    looks: z.array(z.object({ operation: z.string(), count: z.int() })).readonly(),
  })
  .openapi('SupportRequest');

export const supportRequestList = z.object({ items: z.array(supportRequestView).readonly(), nextCursor: z.null() });

/** As the operator's people see it: not whose conversations. `reason` only where one company is looked at. */
export const operatorSupportView = z
  .object({
    ...request,
    tenantId,
    tenantName: z.string(),
    operatorId,
    isOwn: z.boolean(),
    reason: z.string().nullable(),
  })
  .openapi('OperatorSupport');

export const operatorSupportList = z.object({ items: z.array(operatorSupportView).readonly(), nextCursor: z.null() });

export const operatorView = z.object({ operatorId, name: z.string() }).openapi('Operator');

export const askedSupport = z.object({ requestId: supportRequestId, number: z.int() }).openapi('AskedSupport');
