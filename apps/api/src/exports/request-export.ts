import { randomUUID } from 'node:crypto';
import { exportWordsPlace, sealBytes } from '@highwater/crypto';
import { findDialog, findExport, insertExport, listSameIds, type TenantTx } from '@highwater/db';
import { FaultError, type DialogId, type ExportId } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { cutFields, keepDialog } from '../dialogs/keep-dialog.ts';
import { makeQuery, selectionFields } from '../messages/search-query.ts';
import { dialogId } from '../schemas/values.ts';
import { authorise, type AuthorisedMember } from '../verbs/authorise.ts';
import { inTenantOnce } from '../verbs/in-tenant-once.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { viewWithoutWords } from './view-export.ts';

export const requestExportInput = {
  /**
   * `dialog`: only what is on the list of this frozen dialog. `dialogOf`: only the dialog that holds this message; its list
   * is frozen with the request.
   */
  body: z.strictObject({
    ...selectionFields,
    dialog: dialogId.optional(),
    dialogOf: z.strictObject(cutFields).optional(),
  }),
};

/** Asks for a package of what the member may export of a selection, frozen at this moment. The worker builds it. */
export async function requestExport(ctx: VerbContext, raw: RawInput) {
  const member = authorise(ctx, 'export');
  const { tenantId, memberId } = member;
  const { body } = parseInput(requestExportInput, raw);
  const { words, without, ...selection } = makeQuery(body);
  if (selection.from !== null && selection.until !== null && selection.from >= selection.until) {
    throw new FaultError('request.malformed', { field: 'until' });
  }
  if (body.dialog !== undefined && body.dialogOf !== undefined) {
    throw new FaultError('request.malformed', { field: 'dialogOf' });
  }
  const exportId = randomUUID() as ExportId;
  const subkey = await ctx.deps.tenantKeys.subkey(tenantId, 'plaintext');
  return inTenantOnce(ctx, member, { route: 'POST /exports', request: body }, async (tx) => {
    const dialog = await dialogOf(ctx, tx, member, body);
    // Taken after the list was frozen: all of it is archived by now.
    const now = ctx.deps.clock.now();
    await insertExport(tx, {
      exportId,
      requestedBy: memberId,
      apiKeyId: member.apiKeyId,
      scheduleId: null,
      selection: {
        ...selection,
        people: await listSameIds(tx, selection.people.flat()),
        ...(dialog === undefined ? {} : { dialogId: dialog }),
      },
      sealedWords:
        words.length === 0 && without.length === 0
          ? null
          : sealBytes(
              subkey,
              exportWordsPlace(tenantId, exportId),
              Buffer.from(JSON.stringify({ words, without }), 'utf8'),
            ),
      archivedUntil: now,
      createdAt: now,
    });
    await recordAudit(ctx, tx, {
      event: 'export.requested',
      memberId,
      subject: `export:${exportId}`,
      detail: { words: words.length, people: selection.people.length },
    });
    await ctx.deps.enqueue(tx, 'build-export', { tenantId, exportId });
    const row = await findExport(tx, exportId);
    if (row === undefined) throw new FaultError('internal');
    return viewWithoutWords(ctx, member, row);
  });
}

/** The frozen dialog that the export is limited to, freezing it where that is asked for. */
async function dialogOf(
  ctx: VerbContext,
  tx: TenantTx,
  member: AuthorisedMember,
  { dialog, dialogOf: cut }: z.output<(typeof requestExportInput)['body']>,
): Promise<DialogId | undefined> {
  if (cut !== undefined) return keepDialog(ctx, tx, member, { ...cut, reason: 'exported' });
  if (dialog !== undefined && (await findDialog(tx, member.access, dialog)) === undefined) {
    throw new FaultError('thing.missing', { field: 'dialog' });
  }
  return dialog;
}
