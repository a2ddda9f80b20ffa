import type { Language, UnixMs } from '@highwater/domain';
import type pg from 'pg';

/** What the product writes to a person about their account. */
export type AccountMailKind =
  | 'sign_up'
  | 'has_account'
  | 'reset'
  | 'password_changed'
  | 'factor_added'
  | 'factor_removed'
  | 'recovery_used'
  | 'factor_reset';

export interface AccountMail {
  readonly mailId: string;
  readonly kind: AccountMailKind;
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  /** Sealed to the worker; null for a mail without a link. */
  readonly tokenSealed: Uint8Array | null;
  readonly createdAt: UnixMs;
  readonly expiresAt: UnixMs;
}

/** Rows whose end has come, removed by every new mail: more than it can add. */
const SWEPT_PER_MAIL = 10;

/** A mail to be sent at once. The newer one of a kind and `slot` (20 bits of the address's keyed hash) ends the older. */
export async function saveAccountMail(
  pool: pg.Pool,
  mail: AccountMail & {
    readonly slot: number;
    readonly tokenHash: string | null;
    /** Not to be sent: nobody is told, by an answer that comes sooner, that there was nothing to write. */
    readonly silent: boolean;
  },
): Promise<void> {
  const { mailId, kind, slot, email, name, language, tokenHash, tokenSealed, createdAt, expiresAt, silent } = mail;
  const mailedAt = silent ? new Date(createdAt) : null;
  await pool.query(
    `INSERT INTO mails (kind, slot, mail_id, email, name, language, token_hash, token_sealed, created_at, expires_at,
       next_try_at, mailed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $9, $11)
     ON CONFLICT (kind, slot) DO UPDATE SET mail_id = $3, email = $4, name = $5, language = $6, token_hash = $7,
       token_sealed = $8, created_at = $9, expires_at = $10, next_try_at = $9, mailed_at = $11`,
    [
      kind,
      slot,
      mailId,
      email,
      name,
      language,
      tokenHash,
      tokenSealed,
      new Date(createdAt),
      new Date(expiresAt),
      mailedAt,
    ],
  );
  await pool.query(
    `DELETE FROM mails WHERE mail_id IN (
       SELECT mail_id FROM mails WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED)`,
    [new Date(createdAt), SWEPT_PER_MAIL],
  );
}

export interface MailedLink {
  readonly email: string;
  readonly name: string;
  readonly language: Language;
}

/** Whom a link was mailed to, while it holds. */
export async function findMailedLink(
  pool: pg.Pool,
  kind: AccountMailKind,
  tokenHash: string,
  now: UnixMs,
): Promise<MailedLink | undefined> {
  const { rows } = await pool.query<MailedLink>(
    'SELECT email, name, language FROM mails WHERE kind = $1 AND token_hash = $2 AND expires_at > $3',
    [kind, tokenHash, new Date(now)],
  );
  return rows[0];
}

/** `findMailedLink` that uses the link up: of several at once one gets it. */
export async function takeMailedLink(
  pool: pg.Pool,
  kind: AccountMailKind,
  tokenHash: string,
  now: UnixMs,
): Promise<MailedLink | undefined> {
  const { rows } = await pool.query<MailedLink>(
    'DELETE FROM mails WHERE kind = $1 AND token_hash = $2 AND expires_at > $3 RETURNING email, name, language',
    [kind, tokenHash, new Date(now)],
  );
  return rows[0];
}

/** Ends the open links of an address, of whatever kind. */
export async function dropMailedLinks(pool: pg.Pool, email: string): Promise<void> {
  await pool.query('DELETE FROM mails WHERE lower(email) = lower($1) AND token_hash IS NOT NULL', [email]);
}

/** Up to `limit` mails that are due; who claims one has `leaseMs` for it before another tries. */
export async function claimAccountMails(
  pool: pg.Pool,
  { now, leaseMs, limit }: { now: UnixMs; leaseMs: number; limit: number },
): Promise<readonly AccountMail[]> {
  const { rows } = await pool.query<
    Omit<AccountMail, 'createdAt' | 'expiresAt'> & { createdAt: Date; expiresAt: Date }
  >(
    `UPDATE mails SET next_try_at = $2 WHERE mail_id IN (
       SELECT mail_id FROM mails WHERE mailed_at IS NULL AND next_try_at <= $1 AND expires_at > $1
       ORDER BY next_try_at LIMIT $3 FOR UPDATE SKIP LOCKED)
     RETURNING mail_id AS "mailId", kind, email, name, language, token_sealed AS "tokenSealed",
       created_at AS "createdAt", expires_at AS "expiresAt"`,
    [new Date(now), new Date(now + leaseMs), limit],
  );
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.getTime(), expiresAt: row.expiresAt.getTime() }));
}

/** It was sent, and nobody needs its token again. */
export async function markAccountMailed(pool: pg.Pool, mailId: string, now: UnixMs): Promise<void> {
  await pool.query('UPDATE mails SET mailed_at = $2, token_sealed = NULL WHERE mail_id = $1', [mailId, new Date(now)]);
}
