import type { Corp } from '../corp/corp.ts';
import type { ContactEvent } from '../directory/contact-event.ts';
import { sendArchiveEvent, sendContactEvent } from './send-callback.ts';

export interface Notifying {
  stop(): void;
  /** Resolves when all changes told so far were sent. */
  sent(): Promise<void>;
}

/** WeCom's own pace. */
const EVERY_MS = 15_000;
/** How often is looked for new messages; part of no promise. */
const LOOK_MS = 250;

/**
 * Tells a corp's callback that there are new messages, at most every 15 s, or every `everyMs`; and of each change of
 * people and rooms at once, one after the other.
 */
export function startNotifying(corp: Corp, { everyMs = EVERY_MS }: { readonly everyMs?: number } = {}): Notifying {
  let [told, sentAt] = [corp.messageCount, -everyMs];
  const look = (): void => {
    const target = corp.callback;
    if (target === undefined || corp.messageCount === told || performance.now() - sentAt < everyMs) return;
    [told, sentAt] = [corp.messageCount, performance.now()];
    void sendArchiveEvent(corp.corpId, target, corp.clock.now(), corp.faults.take('callback'));
  };
  const timer = setInterval(look, Math.min(LOOK_MS, everyMs));
  let queue: Promise<unknown> = Promise.resolve();
  const send = (event: ContactEvent): void => {
    const target = corp.callback;
    if (target === undefined) return;
    const now = corp.clock.now();
    queue = queue.then(() => sendContactEvent(corp.corpId, target, now, event, corp.faults.take('callback')));
  };
  const unlisten = corp.onContactEvent(send);
  return {
    stop() {
      clearInterval(timer);
      unlisten();
    },
    sent: () => queue.then(() => undefined),
  };
}
