import fc from 'fast-check';
import { expect, it } from 'vitest';
import { safeName } from './safe-name.ts';

it.each([
  ['王芳-张总', '王芳-张总'],
  ['../../etc/passwd', '_._etc_passwd'],
  ['a\u0000b\u202ec', 'a_b_c'],
  ['con.txt', '_con.txt'],
  ['  .hidden. ', 'hidden'],
  ['---rf', 'rf'],
  ['...', '无名'],
  ['', '无名'],
  ['/\\:', '无名'],
])('makes %j the name %j', (name, safe) => {
  expect(safeName(name, 48, '无名')).toBe(safe);
});

it('does not cut inside a character', () => {
  expect(safeName(`${'一'.repeat(47)}👩‍🌾`, 48, '无名').isWellFormed()).toBe(true);
});

it('is a path part on every system, whatever the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const safe = safeName(name, 48, '无名');
      expect(safe).toMatch(/^[^/\\<>:"|?*\p{Cc}]{1,48}$/u);
      expect(safe).not.toMatch(/^[.\s-]|[.\s]$/);
    }),
  );
});
