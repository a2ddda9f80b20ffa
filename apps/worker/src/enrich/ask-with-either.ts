import { FaultError, type CorpSecret, type SecretPurpose } from '@highwater/domain';
import type { EnrichTurn } from './enrich-turn.ts';
import { mayAnotherSecretDo } from './judge-fault.ts';

/**
 * Asks with the first of some secrets that there is and that may: a refusal of one is answered by the next. A secret that
 * is of another kind is not asked with again in this turn. Undefined when the tenant gave none of them.
 */
export async function askWithEither(
  turn: EnrichTurn,
  purposes: readonly SecretPurpose[],
): Promise<(<Answer>(ask: (secret: CorpSecret) => Promise<Answer>) => Promise<Answer>) | undefined> {
  const secrets: CorpSecret[] = [];
  for (const purpose of purposes) {
    const secret = await turn.secret(purpose);
    if (secret !== null) secrets.push(secret);
  }
  if (secrets.length === 0) return undefined;
  const barred = new Set<CorpSecret>();
  return async (ask) => {
    let refusal: unknown;
    const open = secrets.filter((secret) => !barred.has(secret));
    for (const secret of open.length === 0 ? secrets.slice(0, 1) : open) {
      turn.purpose = secret.purpose;
      try {
        return await ask(secret);
      } catch (error) {
        if (!mayAnotherSecretDo(error)) throw error;
        if (error instanceof FaultError && error.fault !== 'scope.missing') barred.add(secret);
        refusal = nearer(refusal, error);
      }
    }
    throw refusal;
  };
}

/** Of two refusals the one about the thing: a secret that may ask at all said it. */
function nearer(before: unknown, error: unknown): unknown {
  return before instanceof FaultError && before.fault === 'scope.missing' ? before : error;
}
