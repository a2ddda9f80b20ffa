import { expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './hash-password.ts';

it('a password is kept as argon2id with 19 MiB, two passes and one lane, salted', async () => {
  const [first, second] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(first).not.toBe(second);
});

it('a password is recognised, also typed full-width, and no other is', async () => {
  const kept = await hashPassword('Tr0ub4dor密码');
  expect(await verifyPassword(kept, 'Tr0ub4dor密码')).toBe(true);
  expect(await verifyPassword(kept, 'Ｔｒ０ｕｂ４ｄｏｒ密码')).toBe(true);
  expect(await verifyPassword(kept, 'tr0ub4dor密码')).toBe(false);
  expect(await verifyPassword(kept, '')).toBe(false);
});

it('a text that is no hash recognises nothing', async () => {
  expect(await verifyPassword('not a hash', 'anything')).toBe(false);
  expect(await verifyPassword('', '')).toBe(false);
});
