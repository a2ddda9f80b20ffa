import { inTenant } from '@highwater/db';
import { z } from '@hono/zod-openapi';
import { exportId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { findReadableExport } from './find-readable-export.ts';
import { viewExport } from './view-export.ts';

export const oneExportInput = { params: z.strictObject({ exportId }) };

export async function getExport(ctx: VerbContext, raw: RawInput) {
  const member = authorise(ctx, 'export');
  const { params } = parseInput(oneExportInput, raw);
  const row = await inTenant(ctx.deps.database, member.tenantId, (tx) =>
    findReadableExport(tx, member, params.exportId),
  );
  return viewExport(ctx, member, row);
}
