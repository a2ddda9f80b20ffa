import type { ConsentRow } from '@highwater/db';
import type { z } from '@hono/zod-openapi';
import type { presentConsent } from '../schemas/person.ts';

/** The last decisions of one person in one line; null when none is known. */
export function sumConsents(
  decisions: readonly Pick<ConsentRow, 'status' | 'decidedAt'>[],
): z.output<typeof presentConsent> | null {
  if (decisions.length === 0) return null;
  const agreed = decisions.filter(({ status }) => status === 'agree').length;
  const refused = decisions.length - agreed;
  return {
    state: refused === 0 ? 'agreed' : agreed === 0 ? 'refused' : 'mixed',
    since: Math.max(...decisions.map(({ decidedAt }) => decidedAt)),
    agreed,
    refused,
  };
}
