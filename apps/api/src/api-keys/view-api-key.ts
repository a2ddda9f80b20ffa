import type { ApiKeyRow, TenantTx } from '@highwater/db';
import type { UnixMs } from '@highwater/domain';
import type { z } from '@hono/zod-openapi';
import { describeTerms } from '../grants/view-terms.ts';
import type { apiKeyView } from '../schemas/api-key.ts';
import type { AuthorisedMember } from '../verbs/authorise.ts';
import type { VerbContext } from '../verbs/verb-context.ts';

type ApiKeyView = z.output<typeof apiKeyView>;

/** Keys as who looks after them sees them: nothing that opens anything. */
export async function viewApiKeys(
  ctx: VerbContext,
  tx: TenantTx,
  asker: AuthorisedMember,
  rows: readonly ApiKeyRow[],
): Promise<readonly ApiKeyView[]> {
  const now = ctx.deps.clock.now();
  const reader = { access: asker.rights.access('view'), language: ctx.language };
  const describe = await describeTerms(
    tx,
    rows.flatMap(({ grants }) => grants),
    reader,
  );
  return rows.map((row) => {
    const { madeBy, makerName, makerLeft: _left, prefix, formerUntil, grants, ...shown } = row;
    return {
      ...shown,
      prefix: `hw_live_${prefix}`,
      grants: grants.map(describe),
      madeBy: { memberId: madeBy, name: makerName },
      formerUntil: formerUntil !== null && formerUntil > now ? formerUntil : null,
      state: stateOf(row, now),
      isMine: madeBy === asker.memberId,
    };
  });
}

function stateOf({ revokedAt, expiresAt, makerLeft }: ApiKeyRow, now: UnixMs): ApiKeyView['state'] {
  if (revokedAt !== null) return 'revoked';
  if (expiresAt <= now) return 'expired';
  return makerLeft ? 'maker_left' : 'open';
}
