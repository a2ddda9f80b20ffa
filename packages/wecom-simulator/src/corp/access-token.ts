import { createHmac, timingSafeEqual } from 'node:crypto';
import type { UnixMs } from '@highwater/domain';
import type { Corp } from './corp.ts';
import type { Corps } from './corps.ts';

const LIFETIME_MS = 7_200_000;

/** A token and the seconds it still holds. */
export interface IssuedToken {
  readonly token: string;
  readonly expiresIn: number;
}

/** Tokens carry their own proof, so that they outlive a restart; while one is valid, the same one is given again. */
export interface AccessTokens {
  issue(corp: Corp): IssuedToken;
  /** The corp of a token, or WeCom's errcode: 41001 missing, 40014 invalid, 42001 expired. */
  check(token: string | undefined): { corp: Corp } | { errcode: 41001 | 40014 | 42001 };
}

function sign(corp: Corp, expiresAt: UnixMs): string {
  const claim = `${corp.corpId}.${expiresAt}`;
  const proof = createHmac('sha256', corp.archiveSecret).update(claim).digest('base64url');
  return Buffer.from(`${claim}.${proof}`).toString('base64url');
}

export function createAccessTokens(corps: Corps): AccessTokens {
  const issued = new Map<string, UnixMs>();
  return {
    issue(corp) {
      const now = corp.clock.now();
      const known = issued.get(corp.corpId);
      const holds = known !== undefined && known > now && known <= now + LIFETIME_MS;
      const expiresAt = holds ? known : now + LIFETIME_MS;
      issued.set(corp.corpId, expiresAt);
      return { token: sign(corp, expiresAt), expiresIn: Math.ceil((expiresAt - now) / 1000) };
    },
    check(token) {
      if (!token) return { errcode: 41001 };
      const [corpId = '', expiry = ''] = Buffer.from(token, 'base64url').toString().split('.');
      const corp = corps.find(corpId);
      if (!corp) return { errcode: 40014 };
      const [given, right] = [Buffer.from(token), Buffer.from(sign(corp, Number(expiry)))];
      if (given.length !== right.length || !timingSafeEqual(given, right)) return { errcode: 40014 };
      return Number(expiry) > corp.clock.now() ? { corp } : { errcode: 42001 };
    },
  };
}
