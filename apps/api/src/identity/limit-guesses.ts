import { countAttempt, takeAttemptBack, type AttemptSlot, type createIdentityPool } from '@highwater/db';
import { FaultError, type Clock } from '@highwater/domain';
import { createHmac } from 'node:crypto';
import { createKnownDevices } from './known-device.ts';
import { runAtMost } from './run-at-most.ts';

/** Passwords checked within an hour. */
const PER_ACCOUNT = 10;
const PER_DEVICE = 10;
const SLOT_BITS = 20;

/** Hashing takes a processor and 19 MiB: strangers never hold all of them, and those who are known have a lane apart. */
const STRANGERS = { running: 2, waiting: 50 };
const KNOWN = { running: 2, waiting: 20 };

/**
 * Limits how often passwords are tried. What is counted does not depend on whether an account exists, so that a refusal
 * tells nothing: `request.too_many`. Tries from a browser that has signed in to the account count apart, so that
 * guessing strangers do not lock out the owner. `perAddress`: tries of one network address an hour, null without limit.
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

  /** Sign-ups hash a password too. */
  async function signUp(work: () => Promise<Response>): Promise<Response> {
    return asStranger(work);
  }

  /** `work` checks the password of `email`; its answer is 200 for a right one, 401 for a wrong one. */
  async function signIn(
    from: { readonly email: string; readonly cookie: string | null; readonly address: string | null },
    work: () => Promise<Response>,
  ): Promise<Response> {
    const { cookie, address } = from;
    // The library compares addresses so.
    const account = from.email.toLowerCase();
    const at = clock.now();
    const device = devices.find(cookie, account, at);
    const own =
      device === undefined
        ? { slot: slotOf('account', account), limit: PER_ACCOUNT }
        : { slot: slotOf('device', account, device), limit: PER_DEVICE };
    const limits = [own];
    if (device === undefined && address !== null && options.perAddress !== null) {
      limits.unshift({ slot: slotOf('address', address), limit: options.perAddress });
    }
    const counted: AttemptSlot[] = [];
    let wasGuess = false;
    try {
      for (const { slot, limit } of limits) {
        if (!(await countAttempt(pool, slot, limit, at))) throw new FaultError('request.too_many');
        counted.push(slot);
      }
      const answer = await (device === undefined ? asStranger : asKnown)(work);
      wasGuess = answer.status === 401;
      if (answer.ok) answer.headers.append('set-cookie', devices.remember(account, at));
      return answer;
    } catch (error) {
      // An address that goes on knocking at a closed account has tried all the same.
      wasGuess = error instanceof FaultError && counted.length > 0 && counted.length < limits.length;
      throw error;
    } finally {
      if (!wasGuess) for (const slot of counted) await takeAttemptBack(pool, slot, at);
    }
  }

  return { signIn, signUp };
}
