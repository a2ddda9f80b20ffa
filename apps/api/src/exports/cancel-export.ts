import { endExport, inTenant } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { findReadableExport } from './find-readable-export.ts';
import { oneExportInput } from './get-export.ts';
import { viewExport } from './view-export.ts';

/** Stops a build that is waiting or running; the worker leaves nothing behind. A finished one is a conflict. */
export async function cancelExport(ctx: VerbContext, raw: RawInput) {
  const member = authorise(ctx, 'export', { opens: false });
  const { params } = parseInput({ ...oneExportInput }, raw);
  return inTenant(ctx.deps.database, member.tenantId, async (tx) => {
    await findReadableExport(tx, member, params.exportId);
    const ended = await endExport(tx, params.exportId, 'cancelled', null, ctx.deps.clock.now());
    if (!ended) throw new FaultError('request.conflict');
    await recordAudit(ctx, tx, {
      event: 'export.cancelled',
      memberId: member.memberId,
      subject: `export:${params.exportId}`,
    });
    return viewExport(ctx, member, await findReadableExport(tx, member, params.exportId));
  });
}
