import type { UnixMs } from '@highwater/domain';
import type { Budget } from './call-families.ts';

export interface TokenBucket {
  /** Takes one call: 0 when it may go now; else the milliseconds until one may, and nothing is taken. */
  take(now: UnixMs): number;
  /** Gives one call back. */
  giveBack(): void;
  /** Empties the bucket; nothing goes before `until`. */
  block(until: UnixMs): void;
  /** Whether it holds all it can and waits for nothing: forgetting it changes nothing. */
  isAtRest(now: UnixMs): boolean;
}

/** A full bucket. A clock that goes back neither fills it nor blocks it for longer. */
export function createTokenBucket({ capacity, perSecond }: Budget, start: UnixMs): TokenBucket {
  let calls = capacity;
  let filledAt = start;
  let blockedFrom = start;
  let blockedUntil = start;

  function fill(now: UnixMs): void {
    const since = Math.max(filledAt, blockedUntil);
    if (now > since) calls = Math.min(capacity, calls + ((now - since) * perSecond) / 1000);
    if (now > filledAt || now < blockedFrom) filledAt = now;
    if (now < blockedFrom) blockedUntil = now;
  }

  return {
    take(now) {
      fill(now);
      if (now < blockedUntil) return blockedUntil - now;
      if (calls < 1) return Math.max(1, Math.ceil(((1 - calls) * 1000) / perSecond));
      calls -= 1;
      return 0;
    },
    giveBack() {
      calls = Math.min(capacity, calls + 1);
    },
    block(until) {
      calls = 0;
      blockedFrom = filledAt;
      blockedUntil = Math.max(blockedUntil, until);
    },
    isAtRest(now) {
      fill(now);
      return calls >= capacity && now >= blockedUntil;
    },
  };
}
