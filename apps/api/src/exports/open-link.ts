import { dayBefore } from '@highwater/calendar';
import { hashToken } from '@highwater/crypto';
import {
  asPlatform,
  countDownload,
  findExport,
  findLink,
  findLinkByToken,
  inTenant,
  type ExportRow,
  type LinkRow,
  type TenantTx,
} from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { actorOf } from '../actor/actor-of.ts';
import { authorise, requireMember, type AuthorisedMember } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { checkDownload, sendPackage } from './send-package.ts';
import { viewExport } from './view-export.ts';

export const linkInput = { params: z.strictObject({ token: z.string().regex(/^[\w-]{22}$/) }) };

/** What a mailed link leads to, for its addressee. Looking uses nothing up, so a mail scanner does no harm. */
export async function getLink(ctx: VerbContext, raw: RawInput) {
  return withLink(ctx, raw, async (_tx, member, link, row) => ({
    export: await viewExport(ctx, member, row),
    expiresAt: link.expiresAt,
    day: link.runDay === null ? null : dayBefore(link.runDay),
  }));
}

/** The package behind a mailed link; the addressee's rights are asked again. */
export async function downloadLink(ctx: VerbContext, raw: RawInput): Promise<Response> {
  const { tenantId, row } = await withLink(ctx, raw, async (tx, member, link, found) => {
    checkDownload(found, member, ctx.deps.clock.now());
    await countDownload(tx, link.linkId);
    await recordAudit(ctx, tx, {
      event: 'export.downloaded',
      memberId: member.memberId,
      subject: `export:${found.exportId}`,
      detail: { link: link.linkId },
    });
    return { tenantId: member.tenantId, row: found };
  });
  return sendPackage(ctx, tenantId, row);
}

async function withLink<Result>(
  ctx: VerbContext,
  raw: RawInput,
  work: (tx: TenantTx, member: AuthorisedMember, link: LinkRow, row: ExportRow) => Promise<Result>,
): Promise<Result> {
  const asking = requireMember(ctx);
  const { params } = parseInput(linkInput, raw);
  const found = await asPlatform(ctx.deps.database, 'link look-up', (tx) =>
    findLinkByToken(tx, hashToken(params.token)),
  );
  if (found === undefined) throw new FaultError('thing.missing');
  // A mail does not know which of its reader's companies is open in the browser; the link says which one is meant.
  const isOpen = found.tenantId === asking.tenantId;
  const actor = isOpen ? asking : await actorOf(ctx.deps, asking.user, found.tenantId, ctx);
  const member = authorise({ ...ctx, actor }, 'export');
  return inTenant(ctx.deps.database, member.tenantId, async (tx) => {
    const link = await findLink(tx, found.linkId);
    if (link === undefined) throw new FaultError('thing.missing');
    if (link.memberId !== member.memberId) throw new FaultError('link.wrong_person');
    if (link.revokedAt !== null || link.expiresAt <= ctx.deps.clock.now()) throw new FaultError('link.expired');
    const row = await findExport(tx, link.exportId);
    if (row === undefined) throw new FaultError('thing.missing');
    return work(tx, member, link, row);
  });
}
