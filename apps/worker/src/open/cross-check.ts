import { openEnvelope, openRandomKey, readPrivateKey, type OpeningKey } from '@highwater/crypto';
import { inTenant, raiseFinding } from '@highwater/db';
import { faultOf, type ConnectionId, type TenantId } from '@highwater/domain';
import type { Envelope } from '@highwater/wecom';
import type { ChainDeps } from '../deps.ts';

/** One envelope in so many: enough to notice a changed format within a day, too few to cost anything. */
const ONE_IN = 1000;
/** What the library answers for an envelope that it does not open; other faults say nothing about the envelope. */
const NOT_OPENED: ReadonlySet<string> = new Set(['key.wrong', 'key.missing', 'envelope.unreadable']);

export interface CrossCheckPlace {
  readonly tenantId: TenantId;
  readonly connectionId: ConnectionId;
}

/**
 * Opens one in a thousand envelopes once more with the vendor's library, where there is one, and raises
 * `envelope.opened_differently` when it does not give what our code gives. A library that fails stops nothing.
 */
export async function crossCheck(
  deps: ChainDeps,
  { tenantId, connectionId }: CrossCheckPlace,
  keys: readonly OpeningKey[],
  envelopes: readonly Envelope[],
  isChosen: (envelope: Envelope) => boolean = isOneInAThousand,
): Promise<void> {
  if (deps.finance.openEnvelope === undefined) return;
  for (const envelope of envelopes.filter(isChosen)) {
    const ours = openOurselves(keys, envelope);
    if (ours === undefined) continue;
    let isSame: boolean;
    try {
      const theirs = await deps.finance.openEnvelope(connectionId, ours.encryptKey, envelope.encryptChatMsg);
      isSame = Buffer.from(theirs).equals(ours.plaintext);
    } catch (error) {
      const fault = faultOf(error);
      deps.log.warn('envelope not cross-checked', { tenantId, connectionId, fault });
      if (!NOT_OPENED.has(fault)) return;
      isSame = false;
    }
    if (isSame) continue;
    const seq = envelope.seq.toString();
    await inTenant(deps.database, tenantId, (tx) =>
      raiseFinding(tx, {
        fault: 'envelope.opened_differently',
        subject: `connection:${connectionId}:seq:${seq}`,
        detail: { seq },
        now: deps.clock.now(),
      }),
    );
  }
}

/** By the envelope's own hash: the same ones whenever the page is opened. */
function isOneInAThousand({ sha256 }: Envelope): boolean {
  return Number.parseInt(sha256.slice(0, 12), 16) % ONE_IN === 0;
}

/** What RSA gave and the plaintext; undefined when none of the keys opens it, which is not this check's business. */
function openOurselves(
  keys: readonly OpeningKey[],
  envelope: Envelope,
): { readonly encryptKey: string; readonly plaintext: Uint8Array } | undefined {
  for (const { version, privateKeyPem } of keys) {
    if (version !== envelope.publickeyVer) continue;
    try {
      const encryptKey = openRandomKey(readPrivateKey(privateKeyPem), envelope.encryptRandomKey);
      if (encryptKey !== null) return { encryptKey, plaintext: openEnvelope(encryptKey, envelope.encryptChatMsg) };
    } catch {
      return undefined;
    }
  }
  return undefined;
}
