import { z } from '@hono/zod-openapi';
import { grantedDepartmentView } from './department.ts';
import { memberId, pageOfItems, personKey, role, time } from './values.ts';

export const memberView = z
  .object({
    memberId,
    name: z.string(),
    email: z.string(),
    role,
    joinedAt: time,
    /** Of the grants in force. */
    employees: z.array(personKey).readonly(),
    departments: z.array(grantedDepartmentView).readonly(),
  })
  .openapi('Member');

export const memberPage = pageOfItems(memberView);
