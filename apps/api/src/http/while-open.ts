import { FaultError, type Fault } from '@highwater/domain';

/** An access that ended is noticed by an open answer within this time. */
const LOOK_MS = 2000;

/**
 * Bytes as long as `isOpen` says so, else it ends with `fault`. A reader that waits longer gets nothing until it was looked
 * again.
 */
export async function* whileOpen(
  body: ReadableStream<Uint8Array>,
  isOpen: () => Promise<boolean>,
  { fault, now }: { readonly fault: Fault; readonly now: () => number },
): AsyncGenerator<Uint8Array> {
  let lookedAt = now();
  for await (const bytes of body) {
    if (now() - lookedAt >= LOOK_MS) {
      if (!(await isOpen())) throw new FaultError(fault);
      lookedAt = now();
    }
    yield bytes;
  }
}
