import { inTenant, listConsents as queryConsents, listPeopleByKeys } from '@highwater/db';
import { z } from '@hono/zod-openapi';
import { DEFAULT_LIMIT, pageQuery } from '../schemas/query-values.ts';
import { messageId, personKey, time } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { decodeCursor, pageOf } from '../verbs/cursor.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAuditOnce, SCROLL_MS } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { viewPerson } from './view-person.ts';

export const listConsentsInput = { params: z.strictObject({ personKey }), query: pageQuery };

const place = z.strictObject({ decidedAt: time, messageId });

/** What an external contact decided about being archived, newest first, where the reader may see the message that says so. */
export async function listConsents(ctx: VerbContext, raw: RawInput) {
  const { tenantId, access, memberId } = authorise(ctx, 'view');
  const { params, query } = parseInput(listConsentsInput, raw);
  const limit = query.limit ?? DEFAULT_LIMIT;
  const before = decodeCursor(place, query.cursor);
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const subject = `person:${params.personKey}`;
    await recordAuditOnce(ctx, tx, { event: 'consents.viewed', memberId, subject }, SCROLL_MS);
    const rows = await queryConsents(tx, access, params.personKey, { before, limit: limit + 1 });
    const employees = await listPeopleByKeys(tx, [...new Set(rows.flatMap((row) => row.employee ?? []))]);
    const views = rows.map((row) => {
      const employee = employees.find((person) => person.personKey === row.employee);
      return {
        messageId: row.messageId,
        status: row.status,
        decidedAt: row.decidedAt,
        employee: employee === undefined ? null : viewPerson(employee, ctx.language),
        roomId: row.roomId,
        roomName: row.roomName,
      };
    });
    return pageOf(views, limit, (row) => ({ decidedAt: row.decidedAt, messageId: row.messageId }));
  });
}
