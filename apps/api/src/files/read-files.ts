import {
  countFiles,
  findOpenFinding,
  inTenant,
  listConnections,
  listFileDays as queryDays,
  listFiles as queryFiles,
  listWaitingFiles,
  type FileGroup,
  type FileRow,
  type TenantTx,
} from '@highwater/db';
import type { FaultDetail } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { fileKind } from '../schemas/file.ts';
import { DEFAULT_LIMIT, pageQuery } from '../schemas/query-values.ts';
import { mediaId, time } from '../schemas/values.ts';
import { authorise, requireReason } from '../verbs/authorise.ts';
import { decodeCursor, pageOf } from '../verbs/cursor.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAuditOnce, SCROLL_MS } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { fileQuery, filterOf } from './file-query.ts';
import { listCauses, sumFiles } from './sum-files.ts';

export const getFileLedgerInput = {};
export const listFileDaysInput = { query: pageQuery };
export const listFilesInput = { query: fileQuery };

/** Who may see the ledger, and of which messages' files: those that the reader may see. */
export function authoriseFiles(ctx: VerbContext) {
  const member = authorise(ctx, 'see_completeness');
  requireReason(member);
  return { ...member, access: member.rights.access('view') };
}

/** The media ledger: what was wanted, what came and agreed, what is absent and why, and what presses. */
export async function getFileLedger(ctx: VerbContext, raw: RawInput) {
  const { tenantId, access } = authoriseFiles(ctx);
  parseInput(getFileLedgerInput, raw);
  const at = ctx.deps.clock.now();
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const groups = await countFiles(tx, access);
    const corps = new Map((await listConnections(tx)).map((row) => [row.connectionId, row.corpId]));
    const waiting = await listWaitingFiles(tx, access, at);
    const causes = [];
    for (const cause of listCauses(groups)) causes.push({ ...cause, params: await findParams(tx, cause, ctx) });
    return {
      at,
      totals: sumFiles(groups),
      kinds: fileKind.options.flatMap((mediaKind) => kindOf(mediaKind, groups)),
      causes,
      waiting: waiting.map((row) => ({ ...row, corpId: corps.get(row.connectionId) ?? '' })),
    };
  });
}

/** What somebody must act upon stands in a finding, with its numbers and addresses. */
async function findParams(
  tx: TenantTx,
  { fault, isBlocked, connectionId }: ReturnType<typeof listCauses>[number],
  { deps }: VerbContext,
): Promise<FaultDetail> {
  if (fault === null || !isBlocked) return {};
  const finding = await findOpenFinding(tx, fault, `connection:${connectionId}`);
  const [ip] = deps.egressAddresses;
  return { ...(ip === undefined ? {} : { ip }), ...finding?.detail };
}

function kindOf(mediaKind: FileGroup['mediaKind'], groups: readonly FileGroup[]) {
  const own = groups.filter((group) => group.mediaKind === mediaKind);
  return own.length === 0 ? [] : [{ mediaKind, ...sumFiles(own) }];
}

const dayPlace = z.strictObject({ day: z.iso.date() });

/** UTC days of messages and what became of their files, newest first. */
export async function listFileDays(ctx: VerbContext, raw: RawInput) {
  const { tenantId, access } = authoriseFiles(ctx);
  const { cursor, limit = DEFAULT_LIMIT } = parseInput(listFileDaysInput, raw).query;
  const before = decodeCursor(dayPlace, cursor)?.day ?? null;
  const rows = await inTenant(ctx.deps.database, tenantId, (tx) => queryDays(tx, access, { before, limit: limit + 1 }));
  return pageOf(rows, limit, ({ day }) => ({ day }));
}

const place = z.strictObject({ sentAt: time, mediaId });

/** Files that are still to come, not to be had, other than announced, or without a text, the newest message first. */
export async function listFiles(ctx: VerbContext, raw: RawInput) {
  const { tenantId, memberId, access } = authoriseFiles(ctx);
  const { query } = parseInput(listFilesInput, raw);
  const { cursor, limit = DEFAULT_LIMIT } = query;
  const before = decodeCursor(place, cursor);
  const rows = await inTenant(ctx.deps.database, tenantId, async (tx) => {
    await recordAuditOnce(ctx, tx, { event: 'files.shown', memberId, detail: { list: query.list } }, SCROLL_MS);
    return queryFiles(tx, access, filterOf(query), { before, limit: limit + 1 });
  });
  return pageOf(rows.map(viewFile), limit, (row) => ({ sentAt: row.sentAt, mediaId: row.mediaId }));
}

function viewFile({ size, expectedSize, receivedBytes, hasId, ...row }: FileRow) {
  const bytes = size ?? expectedSize;
  return {
    ...row,
    size: bytes === null ? null : Number(bytes),
    receivedBytes: Number(receivedBytes),
    mayRetry: hasId && (row.state !== 'stored' || row.md5State === 'differed' || row.fault !== null),
  };
}
