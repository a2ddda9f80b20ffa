import { readFileSync } from 'node:fs';
import type { Victim } from '../victims.ts';

const LOOK_EVERY_MS = 100;

/** Watches the most memory that any process of a victim's ever held, in MiB; what the system counts at its peak. */
export function watchMemory(victim: Victim): { stop(): number } {
  let most = 0;
  const look = (): void => {
    try {
      const status = readFileSync(`/proc/${victim.pid}/status`, 'utf8');
      most = Math.max(most, Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // It is dead at the moment.
    }
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  return {
    stop() {
      look();
      clearInterval(timer);
      return Math.round(most);
    },
  };
}
