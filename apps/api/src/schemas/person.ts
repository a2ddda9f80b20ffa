import { z } from '@hono/zod-openapi';
import { fault } from './problem.ts';
import { connectionId, conversationId, messageId, orNull, pageOfItems, personKey, roomId, time } from './values.ts';

export const personKind = z.enum(['employee', 'external_contact', 'robot']).openapi('PersonKind');
export const personState = z
  .enum(['pending', 'complete', 'partial', 'not_visible', 'gone', 'disabled', 'no_secret'])
  .openapi('PersonState');

export const personView = z
  .object({
    personKey,
    connectionId,
    kind: personKind,
    /** What they were called: beside a message at its time, elsewhere now. Null where no name is known. */
    name: z.string().nullable(),
    /** What to show: `name`, else `label`, else `writtenAs`. */
    displayName: z.string(),
    /** As of the last look. */
    currentName: z.string().nullable(),
    /** Of an external contact without a name, the same everywhere: "外部联系人 7F3A". */
    label: z.string().nullable(),
    writtenAs: z.string(),
    /** Of an external contact. */
    corpName: z.string().nullable(),
    /** An employee who is not in the company any more. */
    hasLeft: z.boolean(),
    state: personState,
    /** Why it is not complete. */
    fault: orNull(fault),
  })
  .openapi('Person');

/** Where an external contact stands about being archived, over all employees and rooms that the reader may see. */
export const presentConsent = z
  .object({
    /** `default`: WeCom takes it as agreed everywhere, without a decision. */
    state: z.enum(['agreed', 'default', 'refused', 'mixed']),
    /** The newest of these; null where WeCom told no time. */
    since: time.nullable(),
    /** By default included. */
    agreed: z.int(),
    refused: z.int(),
  })
  .openapi('PresentConsent');

export const personInArchive = personView
  .extend({
    firstAt: time,
    lastAt: time,
    consent: orNull(presentConsent),
    /** What employees whom the reader may see call an external contact, each once, at most 5. */
    remarks: z.array(z.string()).readonly(),
    /** Other ids of the same customer, as far as the reader may see them. */
    otherIds: z.array(z.object({ connectionId, personKey })).readonly(),
  })
  .openapi('PersonInArchive');

/** From the first look that found it to the last; `endedBy` found it gone or changed. Between two looks nobody knows. */
const seen = { seenFrom: time, seenUntil: time, endedBy: time.nullable() };

export const followView = z
  .object({
    employee: personView,
    remark: z.string().nullable(),
    description: z.string().nullable(),
    /** When the employee added the contact, as WeCom states it. */
    addedAt: time.nullable(),
    tags: z.array(z.string()).readonly(),
    remarkCorpName: z.string().nullable(),
    remarkMobiles: z.array(z.string()).readonly(),
    ...seen,
  })
  .openapi('Follow');

export const personChange = z
  .object({
    /** name, alias, position, corp_name, status, departments; remark and tags of an employee. */
    attribute: z.string(),
    /** As people read it: departments by their names of today. */
    value: z.string(),
    /** Whose remark or tags. */
    employee: orNull(personView),
    ...seen,
  })
  .openapi('PersonChange');

const consentState = z.object({
  /** The message that decided it; null where WeCom's answer is newer. */
  messageId: orNull(messageId),
  employee: orNull(personView),
  roomId: orNull(roomId),
  roomName: z.string().nullable(),
  status: z.enum(['agree', 'disagree', 'default_agree', 'other']).nullable(),
  changedAt: time.nullable(),
  fault: orNull(fault),
  lookedAt: time.nullable(),
});

const roomOfPerson = z.object({
  roomId,
  conversationId,
  name: z.string().nullable(),
  isExternal: z.boolean(),
  lastAt: time,
  stays: z.array(z.object({ joinedAt: time.nullable(), nickname: z.string().nullable(), ...seen })).readonly(),
});

/** Ids that WeCom says belong to one WeChat user, as far as the reader may see them. */
export const customerView = z
  .object({
    /** Somebody said that this id is another person than the others. */
    isSplit: z.boolean(),
    others: z.array(z.object({ person: personView, isSplit: z.boolean(), firstAt: time, lastAt: time })).readonly(),
  })
  .openapi('Customer');

export const personRecord = personInArchive
  .extend({
    alias: z.string().nullable(),
    position: z.string().nullable(),
    /** Through what an external contact talks. */
    contactType: z.enum(['wechat', 'wecom']).nullable(),
    employment: z.enum(['active', 'disabled', 'not_activated', 'left']).nullable(),
    /** The main one first; each from the top of the tree down, null where WeCom gave no name. */
    departments: z
      .array(z.object({ departmentId: z.string(), path: z.array(z.string().nullable()).readonly() }))
      .readonly(),
    /** Of a robot. */
    creator: orNull(personView),
    lookedAt: time.nullable(),
    nextLookAt: time.nullable(),
    follows: z.array(followView).readonly(),
    /** Newest first, at most 200. */
    history: z.array(personChange).readonly(),
    /** When the employee was in the archive's scope. */
    permits: z.array(z.object({ edition: z.enum(['office', 'service', 'enterprise']), ...seen })).readonly(),
    /** Towards each employee and in each room the newer of messages and WeCom's answers. */
    consentStates: z.array(consentState).readonly(),
    /** Latest first, at most 100. */
    rooms: z.array(roomOfPerson).readonly(),
    /** Null where no other id is known to be the same customer. */
    customer: orNull(customerView),
  })
  .openapi('PersonRecord');

export const consentView = z
  .object({
    messageId,
    status: z.enum(['agree', 'disagree']),
    decidedAt: time,
    /** Towards whom; null in a room. */
    employee: orNull(personView),
    roomId: orNull(roomId),
    roomName: z.string().nullable(),
  })
  .openapi('Consent');

export const consentPage = pageOfItems(consentView);

export const personPage = pageOfItems(personInArchive);
