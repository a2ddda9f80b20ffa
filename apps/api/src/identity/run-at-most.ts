import { FaultError } from '@highwater/domain';

/** Lets `running` works run at a time and `waiting` more wait for their turn; others are refused: `request.too_many`. */
export function runAtMost({ running, waiting }: { running: number; waiting: number }) {
  let free = running;
  const queue: (() => void)[] = [];
  return async function run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (free > 0) free -= 1;
    else if (queue.length >= waiting) throw new FaultError('request.too_many');
    else await new Promise<void>((resolve) => queue.push(resolve));
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
