import { FaultError, type Fault } from '@highwater/domain';

/** An access that ended is noticed by an open answer within this time. */
const LOOK_MS = 2000;

/**
 * Bytes as long as `isOpen` says so, else `cut` is called, or the stream ends with `fault`. Looked at every two seconds,
 * whether somebody reads or not, so that a slow reader is cut off like any other; one that was kept from it longer gets
 * nothing until it was looked again.
 */
export function whileOpen(
  body: ReadableStream<Uint8Array>,
  isOpen: () => Promise<boolean>,
  {
    fault,
    cut = () => false,
    now,
  }: {
    readonly fault: Fault;
    /** Ends what carries the stream, so that bytes that were handed over and have not left yet are not sent either. False where there is nothing to end: the stream fails then. */
    readonly cut?: () => boolean;
    readonly now: () => number;
  },
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let lookedAt = now();
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;

  function end(): void {
    isOver = true;
    clearTimeout(timer);
  }
  /** Whether it goes on. Who cannot be looked up is not open. */
  async function look(controller: ReadableStreamDefaultController<Uint8Array>): Promise<boolean> {
    const error = await isOpen().then(
      (open) => (open ? undefined : new FaultError(fault)),
      (failure: unknown) => failure,
    );
    if (isOver) return false;
    if (error === undefined) {
      lookedAt = now();
      return true;
    }
    end();
    if (!cut()) controller.error(error);
    await reader.cancel(error).catch(() => undefined);
    return false;
  }
  function lookLater(controller: ReadableStreamDefaultController<Uint8Array>): void {
    timer = setTimeout(() => {
      void look(controller).then((goesOn) => {
        if (goesOn) lookLater(controller);
      });
    }, LOOK_MS);
    timer.unref();
  }

  return new ReadableStream<Uint8Array>(
    {
      start: lookLater,
      async pull(controller) {
        const { done, value } = await reader.read().catch((error: unknown) => {
          end();
          throw error;
        });
        if (isOver) return;
        if (done) {
          end();
          return controller.close();
        }
        if (now() - lookedAt >= LOOK_MS && !(await look(controller))) return;
        controller.enqueue(value);
      },
      async cancel(reason) {
        end();
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
