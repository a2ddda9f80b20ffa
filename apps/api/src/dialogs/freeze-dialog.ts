import { findDialog } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { authorise } from '../verbs/authorise.ts';
import { inTenantOnce } from '../verbs/in-tenant-once.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { cutFields, keepDialog } from './keep-dialog.ts';
import { viewFrozen } from './view-frozen.ts';

/** Characters of a note. */
const LONGEST_NOTE = 2000;

export const freezeDialogInput = {
  body: z.strictObject({
    ...cutFields,
    /** A dialog that is exported is frozen by its export. */
    reason: z.literal('cited'),
    note: z.string().trim().max(LONGEST_NOTE).optional(),
  }),
};

/** Cites a dialog: its list of messages stays as it is now. */
export async function freezeDialog(ctx: VerbContext, raw: RawInput) {
  const member = authorise(ctx, 'view');
  const { body } = parseInput(freezeDialogInput, raw);
  // Opened before the transaction, for which a key that has to be fetched would be a wait.
  await ctx.deps.tenantKeys.subkey(member.tenantId, 'plaintext');
  const { note: _note, ...request } = body;
  return inTenantOnce(ctx, member, { route: 'POST /dialogs', request }, async (tx) => {
    const kept = await findDialog(tx, member.access, await keepDialog(ctx, tx, member, body));
    if (kept === undefined) throw new FaultError('internal');
    return viewFrozen(ctx, tx, member, kept);
  });
}
