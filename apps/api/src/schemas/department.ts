import { z } from '@hono/zod-openapi';
import { connectionId, departmentId, departmentsAsOf, orNull, pageOfItems, time } from './values.ts';

export const departmentView = z
  .object({
    connectionId,
    departmentId,
    /** From the top of the tree to the department itself; null where WeCom gave no name. */
    path: z.array(z.string().nullable()).readonly(),
    /** The look that did not find it any more. */
    goneAt: orNull(time),
  })
  .openapi('Department');

export const departmentPage = pageOfItems(departmentView);

/** A department of a grant; `asOf` says whether it means who was in it when a message was sent, or who is in it now. */
export const grantedDepartmentView = departmentView.extend({ asOf: departmentsAsOf }).openapi('GrantedDepartment');
