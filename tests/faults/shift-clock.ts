import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BareStage } from './fault-stage.ts';

/** The clock that every process of a stage reads. */
export interface StageClock {
  now(): number;
  advance(ms: number): void;
}

export function createStageClock({ context }: BareStage): StageClock {
  const file = join(context.dataDir, 'clock.json');
  let offsetMs = 0;
  return {
    now: () => Date.now() + offsetMs,
    advance(ms) {
      offsetMs += ms;
      writeFileSync(`${file}.draft`, JSON.stringify({ offsetMs }));
      renameSync(`${file}.draft`, file);
    },
  };
}
