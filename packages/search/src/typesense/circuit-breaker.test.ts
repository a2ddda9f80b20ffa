import { FaultError } from '@highwater/domain';
import { expect, it } from 'vitest';
import { createCircuitBreaker } from './circuit-breaker.ts';

function setUp() {
  let now = 1_000_000;
  let asked = 0;
  const breaker = createCircuitBreaker({ now: () => now });
  const fail = () => breaker(() => ((asked += 1), Promise.reject(new FaultError('search.unavailable'))));
  const succeed = () => breaker(() => ((asked += 1), Promise.resolve('answer')));
  return { breaker, fail, succeed, asked: () => asked, wait: (ms: number) => void (now += ms) };
}

it('asks nothing more after three failures in a row, and one question after five seconds', async () => {
  const { fail, succeed, asked, wait } = setUp();
  for (let time = 0; time < 5; time += 1) await expect(fail()).rejects.toThrow('search.unavailable');
  expect(asked()).toBe(3);
  wait(4_999);
  await expect(succeed()).rejects.toThrow('search.unavailable');
  wait(1);
  await expect(fail()).rejects.toThrow('search.unavailable');
  await expect(succeed()).rejects.toThrow('search.unavailable');
  expect(asked()).toBe(4);
  wait(5_000);
  await expect(succeed()).resolves.toBe('answer');
  await expect(succeed()).resolves.toBe('answer');
});

it('lets one question through at a time after its rest', async () => {
  const { breaker, fail, succeed, wait } = setUp();
  for (let time = 0; time < 3; time += 1) await expect(fail()).rejects.toThrow();
  wait(5_000);
  const answer = Promise.withResolvers<string>();
  const first = breaker(() => answer.promise);
  await expect(succeed()).rejects.toThrow('search.unavailable');
  answer.resolve('late');
  await expect(first).resolves.toBe('late');
  await expect(succeed()).resolves.toBe('answer');
});

it('counts only that the server was not there, and only in a row', async () => {
  const { breaker, fail, succeed, asked } = setUp();
  for (let time = 0; time < 5; time += 1) {
    await expect(breaker(() => Promise.reject(new FaultError('search.refused')))).rejects.toThrow('search.refused');
  }
  for (let time = 0; time < 5; time += 1) {
    await expect(fail()).rejects.toThrow();
    await succeed();
  }
  expect(asked()).toBe(10);
});

it('does not rest longer because the clock was set back', async () => {
  const { fail, succeed, wait } = setUp();
  for (let time = 0; time < 3; time += 1) await expect(fail()).rejects.toThrow();
  wait(-3_600_000);
  await expect(succeed()).resolves.toBe('answer');
});
