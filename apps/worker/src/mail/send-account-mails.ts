import { accountMailPlace, openFromBox } from '@highwater/crypto';
import { claimAccountMails, markAccountMailed, type AccountMail, type createIdentityPool } from '@highwater/db';
import { faultOf, type Clock, type Log, type Mailer } from '@highwater/domain';
import { accountMail } from '@highwater/mail';
import type { ChainSettings } from '../deps.ts';
import type { Sweep } from '../sweep/sweep.ts';
import { messageIdOf } from './mail-deps.ts';

/** Somebody waits for the mail, with the page open. */
export const ACCOUNT_MAILS_MS = 1000;
const AT_ONCE = 20;
/** A mail that could not be sent, or whose sender was killed, is tried again after this. */
const LEASE_MS = 60_000;

export interface AccountMailDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly mailer: Mailer;
  readonly identityPool: ReturnType<typeof createIdentityPool>;
  readonly settings: ChainSettings;
  /** Public origin, without a trailing slash. */
  readonly portalUrl: string;
}

/**
 * Mails what accounts asked for. Killed between sending and writing that down, it sends the same mail under the same id
 * again.
 */
export async function sendAccountMails(deps: AccountMailDeps): Promise<void> {
  const { clock, identityPool, log } = deps;
  const claimed = await claimAccountMails(identityPool, { now: clock.now(), leaseMs: LEASE_MS, limit: AT_ONCE });
  for (const mail of claimed) {
    try {
      await deps.mailer.send({
        ...accountMail({ ...mail, link: linkOf(deps, mail) }),
        to: mail.email,
        messageId: messageIdOf(deps.portalUrl, `account-${mail.mailId}`),
      });
      await markAccountMailed(identityPool, mail.mailId, clock.now());
    } catch (error) {
      log.warn('account mail failed', { fault: faultOf(error) });
    }
  }
}

export function createAccountMailSweeps(deps: AccountMailDeps): readonly Sweep[] {
  return [{ name: 'account mails', run: () => sendAccountMails(deps) }];
}

const PATHS: Readonly<Partial<Record<AccountMail['kind'], string>>> = {
  sign_up: '/sign-up/',
  reset: '/reset-password/',
  has_account: '/sign-in',
};

function linkOf({ portalUrl, settings }: AccountMailDeps, { kind, mailId, tokenSealed }: AccountMail): string {
  const path = PATHS[kind] ?? '/account';
  if (tokenSealed === null) return `${portalUrl}${path}`;
  const token = Buffer.from(openFromBox(settings.boxPrivatePem, accountMailPlace(mailId), tokenSealed)).toString(
    'utf8',
  );
  return `${portalUrl}${path}${token}`;
}
