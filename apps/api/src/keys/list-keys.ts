import { inTenant, listKeys as queryKeys } from '@highwater/db';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

export const listKeysInput = {};

/** Every key version, with how many envelopes came under it. */
export async function listKeys(ctx: VerbContext, raw: RawInput) {
  const { tenantId } = authorise(ctx, 'connect');
  parseInput(listKeysInput, raw);
  const rows = await inTenant(ctx.deps.database, tenantId, queryKeys);
  return { items: rows.map(({ publicPem, ...row }) => ({ ...row, publicKeyPem: publicPem })), nextCursor: null };
}
