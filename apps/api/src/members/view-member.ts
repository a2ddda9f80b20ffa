import type { MemberRow } from '@highwater/db';
import type { z } from '@hono/zod-openapi';
import type { memberView } from '../schemas/member.ts';

export function viewMember(row: MemberRow): z.output<typeof memberView> {
  const { memberId, name, email, role, joinedAt, employees } = row;
  return { memberId, name, email, role, joinedAt, employees };
}
