import type { AccessTokens } from '../corp/access-token.ts';
import type { Corp } from '../corp/corp.ts';

/** The corp of a call to the archive, or the errcode that WeCom answers instead: token first, then licence, then address. */
export function admitCaller(
  tokens: AccessTokens,
  token: string | undefined,
  address: string,
): { readonly corp: Corp } | { readonly errcode: number } {
  const checked = tokens.check(token);
  if ('errcode' in checked) return checked;
  if (checked.purpose !== 'archive') return { errcode: 48002 };
  if (checked.corp.archiveState === 'not_opened') return { errcode: 301053 };
  if (checked.corp.archiveState === 'expired') return { errcode: 301052 };
  if (!checked.corp.trustedIps.includes(address)) return { errcode: 301042 };
  return checked;
}
