import { Sentence } from '../processes/sentence.ts';
import type { Stage, StageResult } from './stage.ts';

/** Runs every stage, also after a failure, with a line each; returns the sums. */
export async function runStages(
  stages: readonly Stage[],
  print: (line: string) => void,
): Promise<{ readonly passed: number; readonly failed: number }> {
  const sum = { passed: 0, failed: 0 };
  const lines: string[] = [];
  for (const stage of stages) {
    const begun = performance.now();
    const result = await runStage(stage);
    sum.passed += result.passed;
    sum.failed += result.failed;
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    const line = `${result.failed === 0 ? 'ok  ' : 'FAIL'} ${stage.name.padEnd(13)} ${seconds.padStart(7)} s   ${result.passed} passed, ${result.failed} failed,`;
    if (result.failed > 0 && result.output !== '') print(result.output.trimEnd());
    print(line.slice(0, -1));
    lines.push(line.slice(0, -1));
  }
  print(['', 'All stages:', ...lines, ''].join('\n'));
  return sum;
}

async function runStage(stage: Stage): Promise<StageResult> {
  try {
    return await stage.run();
  } catch (error) {
    const output = error instanceof Sentence ? error.message : String(error instanceof Error ? error.stack : error);
    return { passed: 0, failed: 1, output };
  }
}
