import { inTenant, listKeys as queryKeys, listQuarantine } from '@highwater/db';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { viewKey } from './view-key.ts';

export const listKeysInput = {};

/** Every key of every connection, with what it opens, and what waits for keys that are not there. */
export async function listKeys(ctx: VerbContext, raw: RawInput) {
  const { tenantId } = authorise(ctx, 'connect', { looks: true });
  parseInput(listKeysInput, raw);
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const [rows, groups] = [await queryKeys(tx), await listQuarantine(tx)];
    const waiting = groups.flatMap(({ connectionId, publickeyVer, count, firstAt }) =>
      publickeyVer === null ? [] : [{ connectionId, publickeyVer, count, firstAt }],
    );
    return { items: rows.map(viewKey), waiting, nextCursor: null };
  });
}
