import { checkIsolation, type IsolationFigures } from './check-isolation.ts';
import { setTenancyStage } from './tenancy-stage.ts';

export interface TenancyReport extends IsolationFigures {
  readonly seed: number;
  readonly seconds: number;
  readonly holds: boolean;
}

/** Two companies, everybody who might ask, every operation. The same seed makes the same words and the same order. */
export async function runTenancy(options: { seed: number; report: (line: string) => void }): Promise<TenancyReport> {
  const { seed, report } = options;
  const begun = performance.now();
  const stage = await setTenancyStage(seed);
  try {
    report(`two companies are there after ${Math.round((performance.now() - begun) / 1000)} s`);
    const figures = await checkIsolation(stage, seed, report);
    const seconds = Math.round((performance.now() - begun) / 1000);
    return { seed, ...figures, seconds, holds: figures.problems.length === 0 };
  } finally {
    await stage.close();
  }
}
