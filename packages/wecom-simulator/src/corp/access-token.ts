import { createHmac, timingSafeEqual } from 'node:crypto';
import type { UnixMs } from '@highwater/domain';
import type { Corp } from './corp.ts';
import type { Corps } from './corps.ts';
import { SECRET_PURPOSES, type SecretPurpose } from './secrets.ts';

const LIFETIME_MS = 7_200_000;

/** A token and the seconds it still holds. */
export interface IssuedToken {
  readonly token: string;
  readonly expiresIn: number;
}

/** Whose token it is. */
export interface TokenHolder {
  readonly corp: Corp;
  readonly purpose: SecretPurpose;
}

/** Tokens carry their own proof, so that they outlive a restart; while one is valid, the same one is given again. */
export interface AccessTokens {
  issue(corp: Corp, purpose?: SecretPurpose): IssuedToken;
  /** The corp and secret of a token, or WeCom's errcode: 41001 missing, 40014 invalid, 42001 expired. */
  check(token: string | undefined): TokenHolder | { errcode: 41001 | 40014 | 42001 };
}

function sign(corp: Corp, purpose: SecretPurpose, expiresAt: UnixMs): string {
  const claim = `${corp.corpId}.${purpose}.${expiresAt}`;
  const proof = createHmac('sha256', corp.secrets[purpose]).update(claim).digest('base64url');
  return Buffer.from(`${claim}.${proof}`).toString('base64url');
}

export function createAccessTokens(corps: Corps): AccessTokens {
  const issued = new Map<string, UnixMs>();
  return {
    issue(corp, purpose = 'archive') {
      const now = corp.clock.now();
      const owner = `${corp.corpId}.${purpose}`;
      const known = issued.get(owner);
      const holds = known !== undefined && known > now && known <= now + LIFETIME_MS;
      const expiresAt = holds ? known : now + LIFETIME_MS;
      issued.set(owner, expiresAt);
      return { token: sign(corp, purpose, expiresAt), expiresIn: Math.ceil((expiresAt - now) / 1000) };
    },
    check(token) {
      if (!token) return { errcode: 41001 };
      const [corpId = '', kind = '', expiry = ''] = Buffer.from(token, 'base64url').toString().split('.');
      const corp = corps.find(corpId);
      const purpose = SECRET_PURPOSES.find((candidate) => candidate === kind);
      if (!corp || !purpose) return { errcode: 40014 };
      const [given, right] = [Buffer.from(token), Buffer.from(sign(corp, purpose, Number(expiry)))];
      if (given.length !== right.length || !timingSafeEqual(given, right)) return { errcode: 40014 };
      return Number(expiry) > corp.clock.now() ? { corp, purpose } : { errcode: 42001 };
    },
  };
}
