import { dayOf } from '@highwater/calendar';
import { countCallback, inTenant, keepCallbackSignature } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { ARCHIVE_EVENT, readEvent, type CallbackEnvelope } from '@highwater/wecom';
import type { ApiDeps } from '../api-deps.ts';
import type { CallbackTarget } from './find-target.ts';
import { openVerified } from './open-verified.ts';

/**
 * Takes in an event: counted, and a pull asked for unless the connection is pulled once a day. Other events than the
 * archive's are accepted and left alone. A flood costs one pull: the queue holds one waiting job per connection.
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
    if (event.event !== ARCHIVE_EVENT) return;
    await countCallback(tx, connectionId, dayOf(target.zone, now), now);
    if (target.pullMode === 'continuous') await deps.enqueue(tx, 'pull-archive', { tenantId, connectionId });
  });
}
