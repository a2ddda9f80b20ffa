import { FaultError, type Log } from '@highwater/domain';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { answerProblem } from './answer-problem.ts';
import type { ApiEnv } from './api-env.ts';

/** The levels at which an error that a route throws is logged. */
async function levelsOf(error: unknown): Promise<string[]> {
  const levels: string[] = [];
  const log: Log = {
    info: () => void levels.push('info'),
    warn: () => void levels.push('warn'),
    error: () => void levels.push('error'),
    child: () => log,
  };
  const app = new Hono<ApiEnv>().get('/', (c) => answerProblem(c, error, log));
  await app.request('/');
  return levels;
}

it('logs as an error what failed of ours, lower what was refused for now, and no refusal of a request', async () => {
  expect(await levelsOf(new RangeError('x'))).toEqual(['error']);
  expect(await levelsOf(new FaultError('database.unavailable', { cause: new Error('x') }))).toEqual(['error']);
  expect(await levelsOf(new FaultError('secret.unproven'))).toEqual(['warn']);
  expect(await levelsOf(new FaultError('wecom.busy'))).toEqual(['warn']);
  expect(await levelsOf(new FaultError('permission.missing'))).toEqual([]);
});
