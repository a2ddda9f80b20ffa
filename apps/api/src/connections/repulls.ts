import { randomUUID } from 'node:crypto';
import { findRepull, insertRepull, inTenant, listRepulls as queryRepulls, type RepullRow } from '@highwater/db';
import { FaultError, type RepullId, type Seq } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import type { repullView } from '../schemas/connection.ts';
import { connectionId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { inTenantOnce } from '../verbs/in-tenant-once.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { getConnectionRow } from './view-connection.ts';

const seqNumber = z.string().regex(/^\d{1,20}$/);
export const listRepullsInput = { params: z.strictObject({ connectionId }) };
export const requestRepullInput = {
  ...listRepullsInput,
  body: z.strictObject({ fromSeq: seqNumber, toSeq: seqNumber }),
};

/** A hundred full answers of WeCom: a few minutes at the pace that it allows. */
const MOST_NUMBERS = 100_000n;
const SHOWN = 20;

/** The last re-pulls of a connection, newest first. */
export async function listRepulls(ctx: VerbContext, raw: RawInput) {
  const { tenantId } = authorise(ctx, 'connect', { looks: true });
  const { params } = parseInput(listRepullsInput, raw);
  const rows = await inTenant(ctx.deps.database, tenantId, async (tx) => {
    await getConnectionRow(tx, params.connectionId);
    return queryRepulls(tx, params.connectionId, SHOWN);
  });
  return { items: rows.map(viewRepull), nextCursor: null };
}

/**
 * Has WeCom asked for a range of numbers again. Throws `range.invalid`, or `request.conflict` while another range of the
 * connection is being asked for.
 */
export async function requestRepull(ctx: VerbContext, raw: RawInput) {
  const member = authorise(ctx, 'connect');
  const { params, body } = parseInput(requestRepullInput, raw);
  const operation = { route: `POST /connections/${params.connectionId}/repulls`, request: body };
  return inTenantOnce(ctx, member, operation, async (tx) => {
    const connection = await getConnectionRow(tx, params.connectionId);
    const range = checkRange(BigInt(body.fromSeq), BigInt(body.toSeq), BigInt(connection.cursorSeq));
    const repullId = randomUUID() as RepullId;
    const { tenantId, memberId } = member;
    const now = ctx.deps.clock.now();
    const { connectionId: target } = connection;
    if (!(await insertRepull(tx, { repullId, connectionId: target, ...range, requestedBy: memberId, now }))) {
      throw new FaultError('request.conflict');
    }
    await recordAudit(ctx, tx, {
      event: 'repull.requested',
      memberId,
      subject: `connection:${target}`,
      detail: { fromSeq: body.fromSeq, toSeq: body.toSeq },
    });
    await ctx.deps.enqueue(tx, 'repull-range', { tenantId, repullId });
    const row = await findRepull(tx, repullId);
    if (row === undefined) throw new FaultError('internal');
    return viewRepull(row);
  });
}

function checkRange(fromSeq: Seq, toSeq: Seq, cursor: Seq): { fromSeq: Seq; toSeq: Seq } {
  const detail = { most: Number(MOST_NUMBERS) };
  if (fromSeq < 1n || fromSeq > toSeq) throw new FaultError('range.invalid', { detail, field: 'fromSeq' });
  if (toSeq > cursor || toSeq - fromSeq >= MOST_NUMBERS)
    throw new FaultError('range.invalid', { detail, field: 'toSeq' });
  return { fromSeq, toSeq };
}

function viewRepull(row: RepullRow): z.input<typeof repullView> {
  const { repullId, fromSeq, toSeq, state, returned, kept, fault, detail, requestedBy, createdAt, finishedAt } = row;
  const from = BigInt(fromSeq);
  const counts = { asked: Number(BigInt(toSeq) - from + 1n), done: Number(BigInt(row.askedThrough) - from + 1n) };
  const times = { createdAt, finishedAt };
  return { repullId, fromSeq, toSeq, state, ...counts, returned, kept, fault, params: detail, requestedBy, ...times };
}
