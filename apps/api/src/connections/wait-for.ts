import { setTimeout as sleep } from 'node:timers/promises';

/** Looks again every `pollMs` until something is there; undefined after `longestMs`, or when the asker is gone. */
export async function waitFor<Found>(
  look: () => Promise<Found | undefined>,
  options: { longestMs: number; pollMs: number; signal: AbortSignal },
): Promise<Found | undefined> {
  const end = performance.now() + options.longestMs;
  for (;;) {
    const found = await look();
    if (found !== undefined || performance.now() >= end || options.signal.aborted) return found;
    await sleep(options.pollMs);
  }
}
