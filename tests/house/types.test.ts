import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runTool } from '../../infra/testing/run-tool.ts';

const FOLDER = 'tests/house/canaries/types';

it('finds every planted type error, among them a log field outside the list and a fault without words', async () => {
  const { code, output } = await runTool('typescript-7/bin/tsc', ['-p', `${FOLDER}/tsconfig.json`]);
  const lines = readFileSync(new URL('./canaries/types/canary-types.ts', import.meta.url), 'utf8').split('\n');
  const found = [...output.matchAll(/canary-types\.ts\((\d+),\d+\): error (TS\d+)/g)].map(([, line, error]) => {
    return `${error} ${lines[Number(line) - 1]?.trim()}`;
  });
  expect(code).not.toBe(0);
  expect(found).toEqual([
    "TS2322 export const wrong: number = 'text';",
    'TS2322 return list[0];',
    'TS2375 export const optional: { field?: string } = { field: undefined };',
    'TS1294 export enum Colour {',
    "TS2353 log.info('message', { text: 'words of a message' });",
    'TS2741 export const words: AllFaultWords = incomplete;',
  ]);
});
