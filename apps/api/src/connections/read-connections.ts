import { inTenant, listConnections as queryConnections } from '@highwater/db';
import { z } from '@hono/zod-openapi';
import { connectionId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { getConnectionRow, viewConnection } from './view-connection.ts';

export const listConnectionsInput = {};
export const getConnectionInput = { params: z.strictObject({ connectionId }) };

/** All connections, oldest first. */
export async function listConnections(ctx: VerbContext, raw: RawInput) {
  const { tenantId } = authorise(ctx, 'connect', { looks: true });
  parseInput(listConnectionsInput, raw);
  const rows = await inTenant(ctx.deps.database, tenantId, (tx) => queryConnections(tx));
  return { items: rows.map((row) => viewConnection(ctx, row)), nextCursor: null };
}

export async function getConnection(ctx: VerbContext, raw: RawInput) {
  const { tenantId } = authorise(ctx, 'connect', { looks: true });
  const { connectionId } = parseInput(getConnectionInput, raw).params;
  const row = await inTenant(ctx.deps.database, tenantId, (tx) => getConnectionRow(tx, connectionId));
  return viewConnection(ctx, row);
}
