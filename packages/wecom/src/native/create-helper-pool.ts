import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { CorpCredentials } from '@highwater/domain';
import { checkTimeout, chatFields, mediaFields } from './call-fields.ts';
import { type AnswerFrame, REQUEST, type RequestField, type RequestType } from './frames.ts';
import { type HelperSeat, openSeat, type SeatSettings } from './helper-seat.ts';
import type { HelperAnswer, HelperLease, HelperPool, HelperSettings } from './lease-helper.ts';
import { openLibrary } from './open-library.ts';

const DEFAULTS = {
  mostProcesses: 16,
  idleMs: 60_000,
  mostCalls: 5_000,
  mostMemoryBytes: 256 * 1024 * 1024,
  graceMs: 5_000,
};

interface Waiter {
  readonly corp: CorpCredentials;
  readonly resolve: (lease: HelperLease) => void;
  readonly reject: (error: unknown) => void;
}

/** Leases of helper processes, started on demand; see HelperSettings for their limits. */
export function createHelperPool(settings: HelperSettings): HelperPool {
  const { mostProcesses, idleMs, mostCalls, mostMemoryBytes, graceMs } = { ...DEFAULTS, ...settings };
  const seats = new Set<HelperSeat>();
  /** By credentials, in the order of their turns. */
  const waiting = new Map<string, Waiter[]>();
  const idleTimers = new Map<HelperSeat, NodeJS.Timeout>();
  let library: Promise<FileHandle> | undefined;
  let closed = false;
  const counts = { restarts: 0 };

  /** A library that was missing or refused may be there the next time. */
  function findLibrary(): Promise<FileHandle> {
    library ??= openLibrary({
      path: settings.library,
      pinnedHashes: settings.pinnedHashes ?? [],
      folder: settings.folder,
    }).catch((error: unknown) => {
      library = undefined;
      throw error;
    });
    return library;
  }

  const seatSettings: SeatSettings = {
    mostCalls,
    mostMemoryBytes,
    graceMs,
    start: async () => ({ program: settings.program, libraryFile: (await findLibrary()).fd, user: settings.user }),
    noteRestart: () => void (counts.restarts += 1),
  };

  function serveWaiting(): void {
    if (closed) return;
    let places = mostProcesses - seats.size;
    let leaving = [...seats].filter((seat) => seat.state === 'ending').length;
    for (const [key, [waiter, ...others]] of waiting) {
      if (waiter === undefined) continue;
      // One handle per corp: who else wants it waits until it is given back, or gone.
      const own = seats.values().find((seat) => seat.corpId === waiter.corp.corpId);
      if (own !== undefined && own.state !== 'idle') continue;
      if (own !== undefined && own.key !== key) {
        // A changed secret: the handle of the old one is of no use to anybody.
        void retire(own);
        continue;
      }
      if (own === undefined && places === 0) {
        // Another's place is asked for once; its end serves us.
        if (leaving > 0) leaving -= 1;
        else retireOldestIdle();
        continue;
      }
      // Its next waiter has its turn after everybody else's.
      waiting.delete(key);
      if (others.length > 0) waiting.set(key, others);
      if (own === undefined) places -= 1;
      grant(own ?? addSeat(key, waiter.corp), waiter);
    }
  }

  function addSeat(key: string, corp: CorpCredentials): HelperSeat {
    const seat = openSeat(key, corp, seatSettings);
    seats.add(seat);
    return seat;
  }

  /** Those whose corp waits too come last: its turn is later, or it would not be idle. Maps keep the order of idling. */
  function retireOldestIdle(): void {
    const idle = idleTimers.keys().find((seat) => !waiting.has(seat.key)) ?? idleTimers.keys().next().value;
    if (idle !== undefined) void retire(idle);
  }

  /** Its place is free when the process is gone. */
  async function retire(seat: HelperSeat, how: 'end' | 'kill' = 'end'): Promise<void> {
    clearTimeout(idleTimers.get(seat));
    idleTimers.delete(seat);
    await seat.leave(how);
    seats.delete(seat);
    serveWaiting();
  }

  function grant(seat: HelperSeat, waiter: Waiter): void {
    clearTimeout(idleTimers.get(seat));
    idleTimers.delete(seat);
    seat.state = 'leased';
    seat.ready().then(
      () => waiter.resolve(makeLease(seat)),
      (error: unknown) => {
        waiter.reject(error);
        void retire(seat, 'kill');
      },
    );
  }

  function giveBack(seat: HelperSeat): void {
    if (closed || !seat.isFit()) {
      void retire(seat);
      return;
    }
    seat.state = 'idle';
    idleTimers.set(
      seat,
      setTimeout(() => void retire(seat), idleMs),
    );
    serveWaiting();
  }

  function makeLease(seat: HelperSeat): HelperLease {
    let over = false;

    async function call(type: RequestType, fields: readonly RequestField[], limitMs: number): Promise<HelperAnswer> {
      if (over) throw new Error('the lease is over');
      return answerOf(await seat.call(type, fields, limitMs));
    }

    function finish(how: () => void): void {
      if (over) return;
      over = true;
      how();
    }

    return {
      chat: async (seq, limit, proxy, timeout) =>
        call(REQUEST.chat, chatFields(seq, limit, proxy, timeout), limitOf(timeout)),
      media: async (sdkfileid, index, proxy, timeout) =>
        call(REQUEST.media, mediaFields(sdkfileid, index, proxy, timeout), limitOf(timeout)),
      decrypt: (encryptKey, encryptMessage) => call(REQUEST.decrypt, [encryptKey, encryptMessage], graceMs),
      end: () => finish(() => giveBack(seat)),
      discard: () => finish(() => void retire(seat, 'kill')),
    };
  }

  /** One call may fetch a token first, and each of the two has the whole time. */
  function limitOf(timeoutSeconds: number): number {
    return 2 * checkTimeout(timeoutSeconds) * 1000 + graceMs;
  }

  return {
    lease(corp) {
      if (closed) return Promise.reject(new Error('the helper pool is closed'));
      const key = keyOf(corp);
      return new Promise((resolve, reject) => {
        waiting.set(key, [...(waiting.get(key) ?? []), { corp, resolve, reject }]);
        serveWaiting();
      });
    },
    async close() {
      closed = true;
      const refusal = new Error('the helper pool is closed');
      for (const waiters of waiting.values()) for (const { reject } of waiters) reject(refusal);
      waiting.clear();
      await Promise.all([...seats].map((seat) => retire(seat, seat.state === 'leased' ? 'kill' : 'end')));
      await library?.then(
        (file) => file.close(),
        () => undefined,
      );
      library = undefined;
    },
    get restarts() {
      return counts.restarts;
    },
  };
}

/** The secret itself is no key of a map that lives as long as the worker. */
function keyOf({ corpId, archiveSecret }: CorpCredentials): string {
  return createHash('sha256')
    .update(JSON.stringify([corpId, archiveSecret]))
    .digest('base64');
}

function answerOf({ code, bytes, nextIndex, finished }: AnswerFrame): HelperAnswer {
  return { code, bytes, nextIndex, finished };
}
