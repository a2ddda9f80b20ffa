import { AUDIT_PROBLEMS } from '@highwater/crypto';
import { z } from '@hono/zod-openapi';
import { memberId, orNull, pageOfItems, time } from './values.ts';

/** What a thing is called today. */
const aboutView = z
  .object({
    name: z.string().nullable(),
    /** Of a conversation without a name, some of its people. */
    people: z.array(z.string()).readonly(),
    /** For things that are told apart by their time. */
    at: time.nullable(),
    /** It is not there any more, or no longer in use. */
    isGone: z.boolean(),
  })
  .openapi('AuditSubject');

export const auditView = z
  .object({
    auditId: z.uuid(),
    at: time,
    actor: z.enum(['member', 'system', 'operator']),
    memberId: memberId.nullable(),
    memberName: z.string().nullable(),
    /** False of somebody who left. */
    isMember: z.boolean(),
    /** Past tense, dotted: "member.removed". */
    event: z.string(),
    subject: z.string().nullable(),
    about: orNull(aboutView),
    detail: z.record(
      z.string(),
      z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()]),
    ),
    /** Names of the people whom the detail names by their keys. */
    people: z.record(z.string(), z.string()),
    address: z.string().nullable(),
    /** Words of a search are sealed with it. */
    hasWords: z.boolean(),
    /** Why content was opened, where the company asks for a reason. */
    reason: z.string().nullable(),
    /** Its place in the chain; null until it is linked. */
    position: z.int().nullable(),
  })
  .openapi('AuditEntry');

export const auditVerdict = z
  .object({
    /** The latest time of a linked row; null when none is. */
    chainedTo: time.nullable(),
    /** Links that were looked at. */
    rows: z.int(),
    /** The newest signed checkpoint that agrees. */
    checkpoint: z.object({ rows: z.int(), at: time, key: z.string() }).nullable(),
    /** The first of them, each with its place in the chain, its row and its time where they are known. */
    problems: z
      .array(
        z.object({
          kind: z.enum(AUDIT_PROBLEMS),
          position: z.int().nullable(),
          auditId: z.string().nullable(),
          at: time.nullable(),
        }),
      )
      .readonly(),
    problemCount: z.int(),
    /** There are more links: ask again with it as `after`. */
    nextAfter: z.int().nullable(),
    /** There are more rows: ask again with it as `afterRow`. */
    nextRow: z.uuid().nullable(),
  })
  .openapi('AuditVerdict');

export const auditPage = pageOfItems(auditView);

export const auditActors = z.object({
  items: z.array(z.object({ memberId, name: z.string(), isMember: z.boolean() }).openapi('AuditActor')).readonly(),
});

export const chainState = z
  .object({
    /** Lines in the chain. */
    rows: z.int(),
    chainedTo: time.nullable(),
    /** Lines that wait to be linked; 1,000 means at least so many. */
    waiting: z.int(),
    checkpoint: z.object({ rows: z.int(), at: time, head: z.string() }).nullable(),
    /** What the service found when it last compared the log with its chain by itself. */
    check: z.object({ at: time, rows: z.int(), problems: z.int() }).nullable(),
    mayReadSearches: z.boolean(),
  })
  .openapi('AuditChainState');

export const openedWords = z
  .object({ auditId: z.uuid(), words: z.array(z.string()).readonly() })
  .openapi('OpenedWords');

export const comparedCheckpoints = z
  .object({
    items: z
      .array(
        z.object({
          /** Of what was sent, from 1. */
          line: z.int(),
          rows: z.int().nullable(),
          at: time.nullable(),
          result: z.enum(['agrees', 'history_differs', 'cut_off', 'other_company', 'not_signed', 'unreadable']),
        }),
      )
      .readonly(),
  })
  .openapi('ComparedCheckpoints');

export const reasonSettings = z
  .object({
    /** For how many hours a reason holds; null where none is asked. */
    hours: z.int().nullable(),
    mayChange: z.boolean(),
  })
  .openapi('ReasonSettings');

export const reasonState = z
  .object({
    hours: z.int().nullable(),
    /** Until when content opens without another reason. */
    until: time.nullable(),
  })
  .openapi('ReasonState');

const statementHead = z.object({ month: z.string(), zone: z.string(), fromAt: time, untilAt: time, madeAt: time });
export const statementPage = pageOfItems(statementHead.openapi('StatementOfMonth'));

export const statementView = statementHead
  .extend({
    lines: z
      .array(
        z.object({
          memberId,
          name: z.string().nullable(),
          isMember: z.boolean(),
          conversations: z.int(),
          people: z.int(),
          files: z.int(),
          searches: z.int(),
          exports: z.int(),
          downloads: z.int(),
          denials: z.int(),
          top: z
            .array(
              z.object({
                subject: z.string(),
                kind: z.enum(['person', 'room']),
                /** Today's; null where none is known. */
                name: z.string().nullable(),
                times: z.int(),
              }),
            )
            .readonly(),
        }),
      )
      .readonly(),
  })
  .openapi('Statement');
