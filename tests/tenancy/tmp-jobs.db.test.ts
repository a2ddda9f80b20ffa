import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkJobs } from './jobs/check-jobs.ts';
import { setTenancyStage, type TenancyStage } from './tenancy-stage.ts';
let stage: TenancyStage;
beforeAll(async () => {
  stage = await setTenancyStage(1);
  await stage.stopWorker();
}, 100000);
afterAll(() => stage?.close());
it('x', async () => {
  const t = performance.now();
  const f = await checkJobs(stage, 1);
  console.log(JSON.stringify(f, null, 1), performance.now() - t);
  expect(f.problems).toEqual([]);
}, 200000);
