import { createOTP } from '@better-auth/utils/otp';
import { constantTimeEqual } from '@highwater/crypto';

const STEP_MS = 30_000;

/**
 * The half minute whose code this is, one before and one after `now` included, as the identity library has it too.
 * `now` is the machine's time, not the shiftable one: authenticator apps go by it.
 */
export async function matchTotp(secret: string, code: string, now: number): Promise<number | undefined> {
  const step = Math.floor(now / STEP_MS);
  let found: number | undefined;
  for (const candidate of [step - 1, step, step + 1]) {
    if (constantTimeEqual(await createOTP(secret).hotp(candidate), code)) found = candidate;
  }
  return found;
}
