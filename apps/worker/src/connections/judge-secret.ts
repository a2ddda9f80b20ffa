import type { SecretProof } from '@highwater/db';
import { FAULTS, FaultError, type ContactsGateway, type CorpSecret } from '@highwater/domain';

/** Asks WeCom once. Faults are results here; anything else is thrown. */
export async function judgeSecret(
  contacts: ContactsGateway,
  secret: CorpSecret,
): Promise<Omit<SecretProof, 'checkedAt'>> {
  try {
    await contacts.probe(secret);
    return { state: 'accepted', fault: null, detail: {} };
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    const { fault, detail } = error;
    // An address that WeCom does not trust stays one until somebody enters it there.
    const passes = FAULTS[fault].retry && fault !== 'ip.untrusted';
    return { state: passes ? 'unproven' : 'refused', fault, detail };
  }
}
