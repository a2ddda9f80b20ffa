import { isZone } from '@highwater/calendar';
import { listMembersByIds, type TenantTx } from '@highwater/db';
import { FaultError, type MemberId } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { memberId } from '../schemas/values.ts';

export const scheduleName = z.string().trim().min(1).max(200);
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const zone = z.string().max(64).refine(isZone);
export const recipients = z.array(memberId).min(1).max(50);

/** Recipients are active members of the company, each once. */
export async function checkRecipients(tx: TenantTx, asked: readonly MemberId[]): Promise<readonly MemberId[]> {
  const unique = [...new Set(asked)];
  const active = await listMembersByIds(tx, unique);
  if (active.length !== unique.length) throw new FaultError('request.malformed', { field: 'recipients' });
  return unique;
}
