import {
  approveSupport as approve,
  endSupport as end,
  findSupportRequest,
  inTenant,
  refuseSupport as refuse,
  type SupportApproval,
  type SupportRequestRow,
  type TenantTx,
} from '@highwater/db';
import { FaultError, type SupportRequestId } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { supportHours, supportRequestId, supportScope } from '../schemas/support.ts';
import { personKey, roomId, time } from '../schemas/values.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { requireOwner } from './require-owner.ts';

const params = z.strictObject({ requestId: supportRequestId });

export const approveSupportInput = {
  params,
  body: z.strictObject({
    /** No more than were asked. */
    scopes: z.array(supportScope).min(1),
    hours: supportHours,
    /** Needed for conversations: whose, or of which rooms. */
    people: z.array(personKey).max(50).default([]),
    rooms: z.array(roomId).max(50).default([]),
    /** Messages sent from here on, and before here. */
    sentFrom: time.nullable().default(null),
    sentUntil: time.nullable().default(null),
  }),
};

/** Lets support in, for what the owner names: never more than was asked. */
export async function approveSupport(ctx: VerbContext, raw: RawInput): Promise<void> {
  const { tenantId, memberId } = requireOwner(ctx);
  const { params: at, body } = parseInput(approveSupportInput, raw);
  const now = ctx.deps.clock.now();
  await inTenant(ctx.deps.database, tenantId, async (tx) => {
    const request = await getRequest(tx, at.requestId);
    checkApproval(request, body);
    if (!(await approve(tx, at.requestId, body, { memberId, now }))) throw new FaultError('support.decided');
    await recordAudit(ctx, tx, {
      event: 'support.approved',
      memberId,
      subject: `support:${request.requestId}`,
      detail: {
        request: request.number,
        operator: request.operatorName,
        scopes: body.scopes,
        supportHours: body.hours,
        people: body.people,
        rooms: body.rooms,
        ...(body.sentFrom === null ? {} : { sentFrom: body.sentFrom }),
        ...(body.sentUntil === null ? {} : { sentUntil: body.sentUntil }),
      },
    });
  });
}

export const refuseSupportInput = { params };

export async function refuseSupport(ctx: VerbContext, raw: RawInput): Promise<void> {
  const { tenantId, memberId } = requireOwner(ctx);
  const { requestId } = parseInput(refuseSupportInput, raw).params;
  await inTenant(ctx.deps.database, tenantId, async (tx) => {
    const { number, operatorName } = await getRequest(tx, requestId);
    const refused = await refuse(tx, requestId, { memberId, now: ctx.deps.clock.now() });
    if (!refused) throw new FaultError('support.decided');
    const detail = { request: number, operator: operatorName };
    await recordAudit(ctx, tx, { event: 'support.refused', memberId, subject: `support:${requestId}`, detail });
  });
}

export const endSupportInput = { params };

/** Ends an access at once: it holds at the next request, and in open answers within seconds. */
export async function endSupport(ctx: VerbContext, raw: RawInput): Promise<void> {
  const { tenantId, memberId } = requireOwner(ctx);
  const { requestId } = parseInput(endSupportInput, raw).params;
  await inTenant(ctx.deps.database, tenantId, async (tx) => {
    const { number, operatorName } = await getRequest(tx, requestId);
    const ended = await end(tx, requestId, { by: 'owner', memberId, now: ctx.deps.clock.now() });
    if (!ended) throw new FaultError('support.decided');
    const detail = { request: number, operator: operatorName, by: 'owner' };
    await recordAudit(ctx, tx, { event: 'support.ended', memberId, subject: `support:${requestId}`, detail });
  });
}

async function getRequest(tx: TenantTx, requestId: SupportRequestId): Promise<SupportRequestRow> {
  const request = await findSupportRequest(tx, requestId);
  if (request === undefined) throw new FaultError('thing.missing');
  return request;
}

/** Throws `request.malformed` with the field that goes beyond what was asked, or leaves open whose conversations. */
function checkApproval(request: SupportRequestRow, approval: SupportApproval): void {
  const { scopes, hours, people, rooms, sentFrom, sentUntil } = approval;
  const refuseField = (field: string): never => {
    throw new FaultError('request.malformed', { field });
  };
  if (scopes.some((scope) => !request.askedScopes.includes(scope))) refuseField('scopes');
  if (hours > request.askedHours) refuseField('hours');
  if (scopes.includes('conversations') !== people.length + rooms.length > 0) refuseField('people');
  if (sentFrom !== null && sentUntil !== null && sentFrom >= sentUntil) refuseField('sentUntil');
}
