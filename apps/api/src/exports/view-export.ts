import { exportWordsPlace, openBytes } from '@highwater/crypto';
import { filtersOf, type ExportRow } from '@highwater/db';
import { formatWords, readKeptWords } from '@highwater/search';
import type { z } from '@hono/zod-openapi';
import type { exportView } from '../schemas/export.ts';
import type { AuthorisedMember } from '../verbs/authorise.ts';
import type { VerbContext } from '../verbs/verb-context.ts';
import { refusalOf } from './send-package.ts';

type ExportView = z.output<typeof exportView>;

/** An export as a member sees it: the words that were searched only to who searched them. */
export async function viewExport(ctx: VerbContext, member: AuthorisedMember, row: ExportRow): Promise<ExportView> {
  const view = viewWithoutWords(ctx, member, row);
  if (row.sealedWords === null || !view.mine) return view;
  const subkey = await ctx.deps.tenantKeys.subkey(member.tenantId, 'plaintext');
  const opened = openBytes(subkey, exportWordsPlace(member.tenantId, row.exportId), row.sealedWords);
  const words = formatWords(readKeptWords(Buffer.from(opened).toString('utf8')));
  return { ...view, selection: { ...view.selection, words } };
}

/** For an answer that is kept: the words are content and stand nowhere in clear. */
export function viewWithoutWords({ deps }: VerbContext, member: AuthorisedMember, row: ExportRow): ExportView {
  const {
    sealedWords,
    requesterName,
    requestedBy,
    apiKeyId,
    access: _built,
    objectName: _place,
    archivedUntil: _until,
    attempts: _tries,
    ...shown
  } = row;
  const selection = filtersOf(row.selection);
  return {
    ...shown,
    size: row.size === null ? null : Number(row.size),
    requestedBy: { memberId: requestedBy, name: requesterName },
    selection: {
      ...selection,
      people: selection.people.flat(),
      dialogId: row.selection.dialogId ?? null,
      hasWords: sealedWords !== null,
      words: null,
    },
    refusal: refusalOf(row, member.access, deps.clock.now()),
    mine: requestedBy === member.memberId && (member.apiKeyId === null || member.apiKeyId === apiKeyId),
  };
}
