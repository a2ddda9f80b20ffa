import { constantTimeEqual } from '@highwater/crypto';
import type { UnixMs } from '@highwater/domain';
import { createHmac, randomBytes } from 'node:crypto';

/** A browser is remembered this long after its last sign-in. */
const REMEMBERED_MS = 90 * 24 * 3_600_000;
/** The random part of a cookie's value, base64url. */
const ID = /^[\w-]{22}$/;

/**
 * Remembers in a signed cookie that somebody signed in to an account from this browser. It opens nothing: it only keeps
 * tries from here apart from those of strangers. `key` signs.
 */
export function createKnownDevices(key: Uint8Array, isSecure: boolean) {
  const name = isSecure ? '__Host-highwater.device' : 'highwater.device';
  const sign = (account: string, id: string, endsAt: string): string =>
    createHmac('sha256', key)
      .update(JSON.stringify([account, id, endsAt]))
      .digest('base64url');

  return {
    /** A Set-Cookie header for who has just signed in to `account`. */
    remember(account: string, now: UnixMs): string {
      const id = randomBytes(16).toString('base64url');
      const endsAt = String(now + REMEMBERED_MS);
      const value = `${id}.${endsAt}.${sign(account, id, endsAt)}`;
      const attributes = ['Path=/', `Max-Age=${REMEMBERED_MS / 1000}`, 'HttpOnly', 'SameSite=Lax'];
      return [`${name}=${value}`, ...attributes, ...(isSecure ? ['Secure'] : [])].join('; ');
    },
    /** The device's id and since when, if the request's cookie says truly that it is one of `account`. */
    find(cookie: string | null, account: string, now: UnixMs): { id: string; from: UnixMs } | undefined {
      const pair = cookie?.split(/; */).find((text) => text.startsWith(`${name}=`));
      const [id = '', endsAt = '', signature = ''] = pair?.slice(name.length + 1).split('.') ?? [];
      const isTrue = ID.test(id) && constantTimeEqual(sign(account, id, endsAt), signature) && Number(endsAt) > now;
      return isTrue ? { id, from: Number(endsAt) - REMEMBERED_MS } : undefined;
    },
  };
}
