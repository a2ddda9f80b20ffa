import { randomUUID } from 'node:crypto';
import { accountMailPlace, hashToken, makeToken, sealToBox } from '@highwater/crypto';
import { saveAccountMail, type AccountMailKind, type createIdentityPool } from '@highwater/db';
import type { Clock, Language } from '@highwater/domain';
import type { GuessLimits } from './limit-guesses.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;
/** How long a mail's link holds; how long a mail without one is worth sending. */
const VALID_MS: Readonly<Record<AccountMailKind, number>> = {
  sign_up: DAY_MS,
  reset: 30 * MINUTE_MS,
  has_account: DAY_MS,
  password_changed: DAY_MS,
  factor_added: DAY_MS,
  factor_removed: DAY_MS,
  recovery_used: DAY_MS,
  factor_reset: DAY_MS,
};
const WITH_LINK: readonly AccountMailKind[] = ['sign_up', 'reset'];

export interface Addressee {
  readonly email: string;
  readonly name: string;
  readonly language: Language;
}

export type AccountMails = ReturnType<typeof createAccountMails>;

/** Writes down what is to be mailed; the worker mails it. Links are 128 random bits that the worker alone can read. */
export function createAccountMails(options: {
  pool: ReturnType<typeof createIdentityPool>;
  clock: Clock;
  limits: GuessLimits;
  workerBoxPublicKey: string;
}) {
  const { pool, clock, limits } = options;

  async function save(kind: AccountMailKind, to: Addressee, silent: boolean): Promise<void> {
    const mailId = randomUUID();
    // Made for every kind: that a mail has no link must not show in how long it takes.
    const token = makeToken();
    const sealed = sealToBox(options.workerBoxPublicKey, accountMailPlace(mailId), Buffer.from(token));
    const hasLink = WITH_LINK.includes(kind) && !silent;
    const createdAt = clock.now();
    await saveAccountMail(pool, {
      ...to,
      mailId,
      kind,
      slot: limits.mailSlot(to.email),
      tokenHash: hasLink ? hashToken(token) : null,
      tokenSealed: hasLink ? sealed : null,
      createdAt,
      expiresAt: createdAt + VALID_MS[kind],
      silent,
    });
  }

  return {
    /**
     * Mails what somebody asked for at an address that may have no account. `silent` does the same work and sends nothing.
     * Too many mails to an address are not sent, and nobody is told. Throws `request.too_many` by network address.
     */
    async ask(kind: AccountMailKind, to: Addressee, address: string | null, silent = false): Promise<void> {
      // Told apart by what was asked for, not by what there was to say.
      const asked = kind === 'has_account' ? 'sign_up' : kind;
      if (await limits.takeMail(asked, to.email, address)) await save(kind, to, silent);
    },
    /** Tells a person of a change of their account. */
    tell: (kind: AccountMailKind, to: Addressee): Promise<void> => save(kind, to, false),
  };
}
