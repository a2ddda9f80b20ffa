import { findApiKey, type TenantTx } from '@highwater/db';
import { FaultError, type ApiKeyId } from '@highwater/domain';
import type { AuthorisedMember } from '../verbs/authorise.ts';
import type { VerbContext } from '../verbs/verb-context.ts';
import { viewApiKeys } from './view-api-key.ts';

/** Throws `thing.missing`. */
export async function viewOneApiKey(ctx: VerbContext, tx: TenantTx, asker: AuthorisedMember, keyId: ApiKeyId) {
  const row = await findApiKey(tx, keyId);
  const [view] = row === undefined ? [] : await viewApiKeys(ctx, tx, asker, [row]);
  if (view === undefined) throw new FaultError('thing.missing');
  return view;
}
