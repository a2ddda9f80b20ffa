import { FAILPOINTS } from '@highwater/domain';
import { expect, it } from 'vitest';
import { planKills, type Step } from './plan-kills.ts';

const companions = (steps: readonly Step[], name: Step['companion']) =>
  steps.filter(({ companion }) => companion === name).length;
const inside = (steps: readonly Step[]) => steps.filter(({ worker }) => worker.place !== 'worker');

it('a thousand kills over both ways to WeCom strike every failpoint at least twenty times and mostly inside them', () => {
  const plans = [planKills({ kills: 700, seed: 7 }), planKills({ kills: 300, seed: 8, helper: true })];
  const steps = plans.flat();
  const besides = steps.filter(({ companion }) => companion !== undefined).length;
  expect(steps.length + besides).toBe(1000);
  expect(inside(steps).length).toBeGreaterThanOrEqual(700);
  for (const place of FAILPOINTS) {
    expect(steps.filter(({ worker }) => worker.place === place).length, place).toBeGreaterThanOrEqual(20);
  }
  for (const name of ['database', 'api', 'simulator'] as const)
    expect(companions(steps, name)).toBeGreaterThanOrEqual(50);
  expect(companions(steps, 'database')).toBeLessThanOrEqual(100);
  expect(plans.map((plan) => companions(plan, 'helper'))).toEqual([0, 36]);
});

it('sixty kills strike every failpoint and every process', () => {
  const steps = [...planKills({ kills: 42, seed: 7 }), ...planKills({ kills: 18, seed: 8, helper: true })];
  expect(new Set(inside(steps).map(({ worker }) => worker.place)).size).toBe(FAILPOINTS.length);
  for (const name of ['database', 'api', 'simulator', 'helper'] as const)
    expect(companions(steps, name)).toBeGreaterThan(0);
});

it('the same seed gives the same plan and another one another', () => {
  expect(planKills({ kills: 60, seed: 9 })).toEqual(planKills({ kills: 60, seed: 9 }));
  expect(planKills({ kills: 60, seed: 9 })).not.toEqual(planKills({ kills: 60, seed: 10 }));
});
