import type { UnixMs } from '@highwater/domain';

const SECOND_MS = 1000;
const MINUTE_S = 60;
const HOUR_S = 3600;

export interface CallLimit {
  readonly perMinute: number;
  readonly perHour: number;
}

/** Official: one API of one corp, and one address whatever it calls. */
export const API_LIMIT: CallLimit = { perMinute: 10_000, perHour: 150_000 };
export const ADDRESS_LIMIT: CallLimit = { perMinute: 20_000, perHour: 600_000 };

/** What one counter saw. */
export interface CallCount {
  readonly calls: number;
  /** The most calls that any sixty seconds, any hour in a row held. */
  readonly highestMinute: number;
  readonly highestHour: number;
  /** Calls that were refused because a limit was reached; not among `calls`. */
  readonly over: number;
}

/** Calls per second over the last hour, by the simulator's clock. A reached limit blocks for a minute, or an hour. */
export class CallCounter {
  readonly #limit: CallLimit;
  readonly #seconds: { readonly second: number; calls: number }[] = [];
  #calls = 0;
  #over = 0;
  #inHour = 0;
  #highestMinute = 0;
  #highestHour = 0;
  #blockedUntil = -Infinity;

  constructor(limit: CallLimit) {
    this.#limit = limit;
  }

  /** Whether a call at this moment is refused; counted as `over` then. */
  refuses(now: UnixMs): boolean {
    if (now >= this.#blockedUntil) {
      this.#forget(now);
      if (this.#inHour >= this.#limit.perHour) this.#blockedUntil = now + HOUR_S * SECOND_MS;
      else if (this.#inMinute(now) >= this.#limit.perMinute) this.#blockedUntil = now + MINUTE_S * SECOND_MS;
      else return false;
    }
    this.#over += 1;
    return true;
  }

  count(now: UnixMs): void {
    this.#forget(now);
    const second = Math.floor(now / SECOND_MS);
    const last = this.#seconds.at(-1);
    if (last?.second === second) last.calls += 1;
    else this.#seconds.push({ second, calls: 1 });
    this.#calls += 1;
    this.#inHour += 1;
    this.#highestHour = Math.max(this.#highestHour, this.#inHour);
    this.#highestMinute = Math.max(this.#highestMinute, this.#inMinute(now));
  }

  read(): CallCount {
    return {
      calls: this.#calls,
      highestMinute: this.#highestMinute,
      highestHour: this.#highestHour,
      over: this.#over,
    };
  }

  #forget(now: UnixMs): void {
    const oldest = Math.floor(now / SECOND_MS) - HOUR_S;
    while (this.#seconds[0] && this.#seconds[0].second <= oldest) this.#inHour -= this.#seconds.shift()?.calls ?? 0;
  }

  #inMinute(now: UnixMs): number {
    const oldest = Math.floor(now / SECOND_MS) - MINUTE_S;
    let sum = 0;
    for (let at = this.#seconds.length - 1; at >= 0; at -= 1) {
      const entry = this.#seconds[at];
      if (!entry || entry.second <= oldest) break;
      sum += entry.calls;
    }
    return sum;
  }
}

/** Counters by name, each made at its first call. */
export class CallCounters {
  readonly #counters = new Map<string, CallCounter>();

  get(name: string, limit: CallLimit): CallCounter {
    const known = this.#counters.get(name);
    if (known) return known;
    const counter = new CallCounter(limit);
    this.#counters.set(name, counter);
    return counter;
  }

  /** By API or address, in order of their first calls. */
  read(): Readonly<Record<string, CallCount>> {
    return Object.fromEntries([...this.#counters].map(([name, counter]) => [name, counter.read()]));
  }
}
