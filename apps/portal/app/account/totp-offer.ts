import { encode } from 'uqr';

/** What an authenticator app needs: the key in words, and its address as a picture of squares. */
export interface TotpOffer {
  readonly uri: string;
  readonly secret: string;
  /** Squares along an edge. */
  readonly size: number;
  /** An SVG path over the dark squares. */
  readonly path: string;
}

/** Around the picture, so that a camera finds it. */
const BORDER = 2;
/** Of the key, four letters each. */
const GROUPS_PER_LINE = 4;

/** Undefined for what is no address of an authenticator app: a form sends it back. */
export function drawTotpOffer(uri: string): TotpOffer | undefined {
  if (!uri.startsWith('otpauth://totp/') || !URL.canParse(uri)) return undefined;
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  const { size, data } = encode(uri, { border: BORDER });
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  const groups = secret.match(/.{1,4}/g) ?? [];
  const lines = groups.map((group, at) => group + (at % GROUPS_PER_LINE === GROUPS_PER_LINE - 1 ? '\n' : ' '));
  return { uri, secret: lines.join('').trim(), size, path };
}
