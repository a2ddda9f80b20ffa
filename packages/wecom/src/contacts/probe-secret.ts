import { FaultError, type CorpSecret } from '@highwater/domain';
import type { ContactLine } from './open-contact-line.ts';

/** One call that each secret must open, with a token of its own: a kept one would prove nothing about the secret of today. */
export async function probeSecret(line: ContactLine, secret: CorpSecret): Promise<void> {
  line.forget(secret);
  if (secret.purpose === 'archive') await line.call(secret, 'permits', { body: {} });
  else if (secret.purpose === 'customer_contact') await line.call(secret, 'external.tags', { body: {} });
  else await probeContacts(line, secret);
}

/** The secret of contacts lists ids; a company's own app may not, and lists departments instead. */
async function probeContacts(line: ContactLine, secret: CorpSecret): Promise<void> {
  try {
    await line.call(secret, 'user.list_id', { body: { cursor: '', limit: 1 } });
  } catch (error) {
    if (!(error instanceof FaultError && error.fault === 'secret.wrong_kind')) throw error;
    await line.call(secret, 'department.simplelist', {});
  }
}
