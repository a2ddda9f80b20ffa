import type { ChainDeps } from '../deps.ts';
import { tick, type Sweep } from './sweep.ts';

export interface Sweeper {
  /** Resolves when the tick under way has ended; no other follows. */
  stop(): Promise<void>;
}

/** Ticks at once and then `everyMs` after each tick's end, on the machine's clock; what is due is decided by the Clock port. */
export function runSweeper(deps: ChainDeps, sweeps: readonly Sweep[], everyMs: number): Sweeper {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const run = async (): Promise<void> => {
    await tick(deps, sweeps);
    if (!stopped) timer = setTimeout(() => (running = run()), everyMs);
  };
  let running = run();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
