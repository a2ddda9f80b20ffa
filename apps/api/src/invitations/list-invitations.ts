import { inTenant, listInvitations as queryInvitations } from '@highwater/db';
import { z } from '@hono/zod-openapi';
import { DEFAULT_LIMIT, pageQuery } from '../schemas/query-values.ts';
import { invitationId, time } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { decodeCursor, pageOf } from '../verbs/cursor.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { viewInvitations } from './view-invitation.ts';

export const listInvitationsInput = { query: pageQuery };

const place = z.strictObject({ createdAt: time, invitationId });

/** Invitations, newest first: open, accepted, revoked and expired ones. */
export async function listInvitations(ctx: VerbContext, raw: RawInput) {
  const asker = authorise(ctx, 'invite', { looks: true });
  const { cursor, limit = DEFAULT_LIMIT } = parseInput(listInvitationsInput, raw).query;
  const before = decodeCursor(place, cursor);
  return inTenant(ctx.deps.database, asker.tenantId, async (tx) => {
    const rows = await viewInvitations(ctx, tx, asker, await queryInvitations(tx, { before, limit: limit + 1 }));
    return pageOf(rows, limit, ({ createdAt, invitationId }) => ({ createdAt, invitationId }));
  });
}
