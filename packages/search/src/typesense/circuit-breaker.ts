import { FaultError, faultOf, type Clock } from '@highwater/domain';

const FAILURES = 3;
const REST_MS = 5_000;

/** Runs something, or fails at once with `search.unavailable` while it rests. */
export type CircuitBreaker = <Result>(run: () => Promise<Result>) => Promise<Result>;

/**
 * After three times `search.unavailable` in a row nothing is asked for five seconds, then one question is let through:
 * its answer ends the rest, its failure begins another.
 */
export function createCircuitBreaker(clock: Clock): CircuitBreaker {
  let failures = 0;
  let restsUntil = 0;
  let isTrying = false;
  return async (run) => {
    const now = clock.now();
    // A clock that was set back does not make the rest longer.
    const rests = failures >= FAILURES && now < restsUntil && restsUntil - now <= REST_MS;
    if (rests || (failures >= FAILURES && isTrying)) throw new FaultError('search.unavailable');
    isTrying = true;
    try {
      const result = await run();
      failures = 0;
      return result;
    } catch (error) {
      const fault = faultOf(error);
      if (fault === 'search.unavailable') {
        failures += 1;
        restsUntil = clock.now() + REST_MS;
      } else if (fault.startsWith('search.')) failures = 0;
      throw error;
    } finally {
      isTrying = false;
    }
  };
}
