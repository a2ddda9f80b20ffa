import { z } from '@hono/zod-openapi';
import { conversationKind } from './conversation.ts';
import { grantedDepartmentView } from './department.ts';
import { grantView, reachNumbers } from './grant.ts';
import {
  action,
  conversationId,
  memberId,
  messageAction,
  orNull,
  pageOfItems,
  personKey,
  reach,
  role,
  roleId,
  roomId,
  time,
} from './values.ts';

export const memberView = z
  .object({
    memberId,
    name: z.string(),
    email: z.string(),
    role,
    /** Of a role that the company made itself. */
    roleId: orNull(roleId),
    roleName: z.string().nullable(),
    /** What the role gives: what may be done at all, and whether everywhere or where grants say. */
    actions: z.array(action).readonly(),
    reach,
    /** The employee that the member is, once somebody said, and what it is called. */
    personKey: orNull(personKey),
    personName: z.string().nullable(),
    joinedAt: time,
    /** Named one by one by the grants in force. */
    employees: z.array(personKey).readonly(),
    departments: z.array(grantedDepartmentView).readonly(),
    /** In force, expired ones included, oldest first. */
    grants: z.array(grantView).readonly(),
  })
  .openapi('Member');

export const memberPage = pageOfItems(memberView);

/** What a member sees: numbers of all of it, and of its conversations those that the asker sees too, without messages. */
export const viewAsView = z
  .object({
    actions: z.array(action).readonly(),
    /** For each action on messages that the member may do at all. */
    reach: z.array(z.object({ action: messageAction, numbers: reachNumbers })).readonly(),
    conversations: z
      .array(
        z.object({
          conversationId,
          kind: conversationKind,
          roomId: orNull(roomId),
          name: z.string().nullable(),
          people: z.array(z.object({ personKey, displayName: z.string() })).readonly(),
          isExternal: z.boolean(),
        }),
      )
      .readonly(),
    /** There are more of them. */
    hasMore: z.boolean(),
    /** Of those looked at, how many the member sees and the asker does not. */
    hiddenFromYou: z.int(),
  })
  .openapi('ViewAs');
