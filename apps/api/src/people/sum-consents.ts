import type { PresentConsentRow } from '@highwater/db';
import type { z } from '@hono/zod-openapi';
import type { presentConsent } from '../schemas/person.ts';

/** Where one person stands in one line; null when nothing is known. */
export function sumConsents(
  consents: readonly Pick<PresentConsentRow, 'status' | 'changedAt'>[],
): z.output<typeof presentConsent> | null {
  const known = consents.filter(({ status }) => status !== null && status !== 'other');
  if (known.length === 0) return null;
  const refused = known.filter(({ status }) => status === 'disagree').length;
  const agreed = known.length - refused;
  const isDefault = known.every(({ status }) => status === 'default_agree');
  const times = known.flatMap(({ changedAt }) => changedAt ?? []);
  return {
    state: isDefault ? 'default' : refused === 0 ? 'agreed' : agreed === 0 ? 'refused' : 'mixed',
    since: times.length === 0 ? null : Math.max(...times),
    agreed,
    refused,
  };
}
