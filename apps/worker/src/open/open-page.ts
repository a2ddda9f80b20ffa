import { setImmediate } from 'node:timers/promises';
import { findPage, inTenant, listOpenedEnvelopes, listOpeningKeys } from '@highwater/db';
import { faultOf, type ConnectionId, type TenantId } from '@highwater/domain';
import { readPage, type Envelope } from '@highwater/wecom';
import type { ChainDeps } from '../deps.ts';
import { restorePage } from '../pull/page-bytes.ts';
import { crossCheck } from './cross-check.ts';
import { deriveMessage } from './derive-message.ts';
import type { MessageKeys } from './message-keys.ts';
import { openWithRing } from './open-with-ring.ts';
import type { EnvelopeOutcome } from './opened-page.ts';
import { saveOpenedPage } from './save-opened-page.ts';

/** Messages derived before other jobs of the process get their turn: about 10 ms. */
const PER_TURN = 100;

export interface OpenPageDeps extends ChainDeps {
  readonly messageKeys: (tenantId: TenantId) => Promise<MessageKeys>;
}

/**
 * Opens the envelopes of a kept page that are not opened yet and makes their rows.
 *
 * Harmless to repeat and to kill: ids are derived from the content (same message, same id), everything is kept in one
 * transaction, inserts leave what is there, and widening a conversation twice changes nothing. The page itself is
 * never changed, so opening it again later, with more keys, adds only what was sealed.
 */
export async function openPage(
  deps: OpenPageDeps,
  tenantId: TenantId,
  connectionId: ConnectionId,
  pageNo: number,
): Promise<void> {
  const kept = await inTenant(deps.database, tenantId, async (tx) => {
    const page = await findPage(tx, connectionId, pageNo);
    if (page === undefined) return undefined;
    const opened = await listOpenedEnvelopes(tx, connectionId, pageNo);
    return { page, opened, keys: await listOpeningKeys(tx, connectionId) };
  });
  if (kept === undefined) return;
  deps.failpoint('open.read');

  const all = readPage(await restorePage(kept.page.bytes, kept.page.sha256)).envelopes;
  // Opened before, or met earlier on this page: WeCom may deliver an envelope twice.
  const known = new Set(kept.opened);
  const todo = all
    .map((envelope, position) => ({ envelope, position }))
    .filter(({ envelope }) => {
      const key = keyOf(envelope);
      return !known.has(key) && known.add(key);
    });
  if (todo.length === 0) return;
  const envelopes = todo.map(({ envelope }) => envelope);
  const opened = await openWithRing(deps.opening, deps.settings.boxPrivatePem, tenantId, kept.keys, envelopes);
  deps.failpoint('open.opened');

  const messageKeys = await deps.messageKeys(tenantId);
  const outcomes: EnvelopeOutcome[] = [];
  for (const [at, { envelope, position }] of todo.entries()) {
    if (at % PER_TURN === PER_TURN - 1) await setImmediate();
    const result = opened.results[at];
    if (result === undefined) throw new RangeError('the opening pool answers every item');
    if (result.opened) {
      const place = { connectionId, envelope, position, receivedAt: kept.page.receivedAt };
      outcomes.push(derive(deps, messageKeys, place, result.plaintext));
    } else {
      const state = result.fault === 'key.missing' || result.fault === 'key.wrong' ? 'sealed' : 'unreadable';
      outcomes.push({ state, envelope, position, fault: result.fault });
    }
  }
  await saveOpenedPage(deps, { tenantId, connectionId, pageNo }, outcomes, opened);
  deps.failpoint('open.committed');
  await crossCheck(deps, { tenantId, connectionId }, opened.keys, envelopes);
}

function keyOf({ seq, sha256 }: Envelope): string {
  return `${seq} ${sha256}`;
}

/** A message that our own code stumbles over costs itself, never its page: it stays in the quarantine and can be opened again. */
function derive(
  deps: OpenPageDeps,
  keys: MessageKeys,
  at: { connectionId: ConnectionId; envelope: Envelope; position: number; receivedAt: number },
  plaintext: Uint8Array,
): EnvelopeOutcome {
  const { connectionId, envelope, position, receivedAt } = at;
  try {
    return {
      state: 'opened',
      envelope,
      position,
      rows: deriveMessage(keys, connectionId, envelope, plaintext, receivedAt),
    };
  } catch (error) {
    const fault = faultOf(error);
    deps.log.error('message not derived', { connectionId, seq: envelope.seq.toString(), fault });
    return { state: 'unreadable', envelope, position, fault };
  }
}
