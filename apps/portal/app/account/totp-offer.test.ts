import { expect, it } from 'vitest';
import { drawTotpOffer } from './totp-offer.ts';

const URI = 'otpauth://totp/Highwater:a%40b.example?secret=JBSWY3DPEHPK3PXP&issuer=Highwater';

it('draws the address of an authenticator app and shows its key in groups of four', () => {
  const offer = drawTotpOffer(URI);
  expect(offer?.secret).toBe('JBSW Y3DP EHPK 3PXP');
  expect(offer?.size).toBeGreaterThan(25);
  // The corner of the first finder pattern, inside a light border of two squares.
  expect(offer?.path.startsWith('M2 2h1v1h-1z')).toBe(true);
});

it('breaks a long key between its groups', () => {
  const secret = 'ABCD'.repeat(8);
  const lines = drawTotpOffer(`otpauth://totp/Highwater?secret=${secret}`)?.secret.split('\n');
  expect(lines).toEqual(['ABCD ABCD ABCD ABCD', 'ABCD ABCD ABCD ABCD']);
});

it('draws nothing else', () => {
  expect(drawTotpOffer('https://evil.example/')).toBeUndefined();
  expect(drawTotpOffer('')).toBeUndefined();
});
