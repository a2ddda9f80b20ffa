/** At most so many at once; the rest wait their turn in order. */
export interface Turns {
  /** Rejects with the signal's reason when it comes while waiting. */
  take<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result>;
  /** Resolves when nothing runs and nothing waits. */
  idle(): Promise<void>;
}

export function createTurns(atOnce: number): Turns {
  const waiting: (() => void)[] = [];
  const running = new Set<Promise<unknown>>();
  let free = atOnce;

  function wait(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (free > 0) {
      free -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const leave = () => {
        waiting.splice(waiting.indexOf(start), 1);
        reject(signal.reason);
      };
      const start = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      signal.addEventListener('abort', leave, { once: true });
      waiting.push(start);
    });
  }

  async function run<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
    await wait(signal);
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  }

  return {
    take(work, signal) {
      const done = run(work, signal);
      const settled = done.catch(() => undefined);
      running.add(settled);
      void settled.then(() => running.delete(settled));
      return done;
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
