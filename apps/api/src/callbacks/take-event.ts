import { dayOf } from '@highwater/calendar';
import { countCallback, inTenant, keepCallbackSignature } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { ARCHIVE_EVENT, readEvent, type CallbackEnvelope } from '@highwater/wecom';
import type { ApiDeps } from '../api-deps.ts';
import type { CallbackTarget } from './find-target.ts';
import { openVerified } from './open-verified.ts';
import { wakeChanged } from './wake-changed.ts';

/**
 * Takes in an event. The archive's is counted, and a pull asked for unless the connection is pulled once a day. One about
 * people or rooms has these looked at again. All others are accepted and left alone. A flood costs one pull and one turn
 * of enrichment: the queues hold one waiting job per connection, and per kind.
 * Throws `callback.refused`, with nothing kept.
 */
export async function takeEvent(
  deps: Pick<ApiDeps, 'database' | 'clock' | 'enqueue'>,
  target: CallbackTarget,
  envelope: CallbackEnvelope,
): Promise<void> {
  const now = deps.clock.now();
  const event = readEvent(openVerified(target, envelope, now));
  if (event?.corpId !== target.corpId) throw new FaultError('callback.refused');
  const { tenantId, connectionId } = target;
  await inTenant(deps.database, tenantId, async (tx) => {
    if (!(await keepCallbackSignature(tx, connectionId, envelope.signature, now))) {
      throw new FaultError('callback.refused');
    }
    if (event.change !== null) {
      const kinds = await wakeChanged(tx, connectionId, event.change, now);
      for (const kind of kinds) await deps.enqueue(tx, 'enrich', { tenantId, connectionId, kind });
    }
    if (event.event !== ARCHIVE_EVENT) return;
    await countCallback(tx, connectionId, dayOf(target.zone, now), now);
    if (target.pullMode === 'continuous') await deps.enqueue(tx, 'pull-archive', { tenantId, connectionId });
  });
}
