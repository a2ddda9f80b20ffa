import { inTenant } from '@highwater/db';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { findReadableExport } from './find-readable-export.ts';
import { oneExportInput } from './get-export.ts';
import { checkDownload, sendPackage } from './send-package.ts';

export async function downloadExport(ctx: VerbContext, raw: RawInput): Promise<Response> {
  const member = authorise(ctx, 'export');
  const { params } = parseInput(oneExportInput, raw);
  const row = await inTenant(ctx.deps.database, member.tenantId, async (tx) => {
    const found = await findReadableExport(tx, member, params.exportId);
    checkDownload(found, member, ctx.deps.clock.now());
    await recordAudit(ctx, tx, {
      event: 'export.downloaded',
      memberId: member.memberId,
      subject: `export:${params.exportId}`,
    });
    return found;
  });
  return sendPackage(ctx, member.tenantId, row);
}
