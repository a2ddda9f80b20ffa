import {
  countAttempt,
  findAccountByEmail,
  takeAttemptBack,
  type AttemptSlot,
  type createIdentityPool,
} from '@highwater/db';
import { FaultError, type Clock } from '@highwater/domain';
import { createHmac } from 'node:crypto';
import { createKnownDevices } from './known-device.ts';
import { runAtMost } from './run-at-most.ts';

/** Passwords, and codes of a second factor, checked within an hour. */
const PER_ACCOUNT = 10;
const PER_DEVICE = 10;
/** Mails that an address gets within an hour, of each kind. */
const MAILS_PER_ACCOUNT = 3;
const SLOT_BITS = 20;

/** Hashing takes a processor and 19 MiB: strangers never hold all of them, and those who are known have a lane apart. */
const STRANGERS = { running: 2, waiting: 50 };
const KNOWN = { running: 2, waiting: 20 };

/** Who tries; `email` is what they say, in any letters. */
export interface Guesser {
  readonly email: string;
  readonly cookie: string | null;
  readonly address: string | null;
}

interface Counted {
  readonly slot: AttemptSlot;
  readonly limit: number;
}

export type GuessLimits = ReturnType<typeof createGuessLimits>;

/**
 * Limits how often passwords, codes and links are tried and mails are asked for. What is counted does not depend on
 * whether an account exists, so that a refusal tells nothing: `request.too_many`. Tries from a browser that has signed
 * in to the account count apart, so that guessing strangers do not lock out the owner. `perAddress`: tries of one network
 * address an hour, null without limit.
 */
export function createGuessLimits(options: {
  pool: ReturnType<typeof createIdentityPool>;
  secret: Uint8Array;
  clock: Clock;
  perAddress: number | null;
  isSecure: boolean;
}) {
  const { pool, clock } = options;
  const keyFor = (use: string) => createHmac('sha256', options.secret).update(`highwater ${use}`).digest();
  const slotKey = keyFor('attempts');
  const devices = createKnownDevices(keyFor('known device'), options.isSecure);
  const asStranger = runAtMost(STRANGERS);
  const asKnown = runAtMost(KNOWN);

  function slotOf(kind: AttemptSlot['kind'], ...who: string[]): AttemptSlot {
    const hash = createHmac('sha256', slotKey)
      .update(JSON.stringify([kind, ...who]))
      .digest();
    return { kind, slot: hash.readUInt32BE(0) >>> (32 - SLOT_BITS) };
  }

  function addressLimit(kind: 'address' | 'link_address' | 'mail_address', address: string | null): readonly Counted[] {
    if (address === null || options.perAddress === null) return [];
    return [{ slot: slotOf(kind, address), limit: options.perAddress }];
  }

  /** The browser's id where it signed in to the account before, and was not forgotten since. */
  async function findDevice({ email, cookie }: Guesser): Promise<string | undefined> {
    const found = devices.find(cookie, email, clock.now());
    if (found === undefined) return undefined;
    const account = await findAccountByEmail(pool, email);
    return found.from < (account?.devicesFrom ?? 0) ? undefined : found.id;
  }

  /** Counts in every limit before `work`, and takes back what was no guess. */
  async function count<Result>(
    limits: readonly Counted[],
    work: () => Promise<Result>,
    isGuess: (result: Result) => boolean,
  ): Promise<Result> {
    const at = clock.now();
    const counted: AttemptSlot[] = [];
    let wasGuess = false;
    try {
      for (const { slot, limit } of limits) {
        if (!(await countAttempt(pool, slot, limit, at))) throw new FaultError('request.too_many');
        counted.push(slot);
      }
      const result = await work();
      wasGuess = isGuess(result);
      return result;
    } catch (error) {
      // An address that goes on knocking at a closed account has tried all the same.
      wasGuess = error instanceof FaultError && counted.length > 0 && counted.length < limits.length;
      throw error;
    } finally {
      if (!wasGuess) for (const slot of counted) await takeAttemptBack(pool, slot, at);
    }
  }

  const isRefused = (answer: Response): boolean => answer.status === 401;
  // The library compares addresses so.
  const lower = (from: Guesser): Guesser => ({ ...from, email: from.email.toLowerCase() });

  return {
    /** `work` checks a password; its answer is 401 for a wrong one. */
    async signIn(guesser: Guesser, work: () => Promise<Response>): Promise<Response> {
      const from = lower(guesser);
      const device = await findDevice(from);
      if (device !== undefined) {
        const own = { slot: slotOf('device', from.email, device), limit: PER_DEVICE };
        return count([own], () => asKnown(work), isRefused);
      }
      const own = { slot: slotOf('account', from.email), limit: PER_ACCOUNT };
      return count([...addressLimit('address', from.address), own], () => asStranger(work), isRefused);
    },
    /** `work` checks a code of a second factor after a right password; its answer is 401 for a wrong one. */
    async code(guesser: Guesser, work: () => Promise<Response>): Promise<Response> {
      const from = lower(guesser);
      const device = await findDevice(from);
      const own =
        device === undefined
          ? { slot: slotOf('code', from.email), limit: PER_ACCOUNT }
          : { slot: slotOf('code_device', from.email, device), limit: PER_DEVICE };
      return count([...addressLimit('address', from.address), own], work, isRefused);
    },
    /** `work` checks password or code of somebody signed in; false is a wrong one. A session has tries of its own. */
    async proof(who: { readonly email: string; readonly sessionId: string }, work: () => Promise<boolean>) {
      const own = { slot: slotOf('device', who.email.toLowerCase(), `session ${who.sessionId}`), limit: PER_DEVICE };
      return count(
        [own],
        () => asKnown(work),
        (isRight) => !isRight,
      );
    },
    /** `work` follows a mailed link; undefined is one that does not hold. */
    async link<Found>(address: string | null, work: () => Promise<Found | undefined>): Promise<Found | undefined> {
      return count(addressLimit('link_address', address), work, (found) => found === undefined);
    },
    /** Whether one more mail may go to an address; what one network address asks for is refused aloud. */
    async takeMail(kind: string, email: string, address: string | null): Promise<boolean> {
      const at = clock.now();
      for (const { slot, limit } of addressLimit('mail_address', address)) {
        if (!(await countAttempt(pool, slot, limit, at))) throw new FaultError('request.too_many');
      }
      return countAttempt(pool, slotOf('mail', kind, email.toLowerCase()), MAILS_PER_ACCOUNT, at);
    },
    /** Where what is mailed to an address is kept. */
    mailSlot: (email: string): number => slotOf('mail', email.toLowerCase()).slot,
    /** Hashes a password that is chosen. */
    hash: <Result>(work: () => Promise<Result>): Promise<Result> => asStranger(work),
    /** A Set-Cookie header for who has just signed in. */
    remember: (email: string): string => devices.remember(email.toLowerCase(), clock.now()),
  };
}
