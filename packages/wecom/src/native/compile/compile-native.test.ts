import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildHelper, buildStandIn, findHelper } from './compile-native.ts';
import { COMPILERS, MISSING_COMPILERS } from '../testing/compilers.ts';
import { findCompiler, NoCompiler } from './find-compiler.ts';

describe('without a C compiler', () => {
  it('nothing is found, and what was built stays usable', () => {
    expect(findCompiler(['no-such-compiler'])).toBeUndefined();
    expect(findCompiler([])).toBeUndefined();
  });

  it('the build says what to install', () => {
    const { name, message } = new NoCompiler();
    expect(name).toBe('NoCompiler');
    expect(message).toContain('No C compiler was found');
    expect(message).toContain('apt-get install gcc libc6-dev');
  });
});

it.each(MISSING_COMPILERS)(
  'this machine has no %s: the build is refused, and the tests of the helper did not run',
  async () => {
    await expect(buildHelper()).rejects.toThrow(NoCompiler);
    await expect(buildStandIn()).rejects.toThrow(NoCompiler);
  },
);

describe.each(COMPILERS)('with %s', { timeout: 60_000 }, () => {
  it('helper and stand-in are compiled once for their sources, also by two at the same time', async () => {
    const [first, second] = await Promise.all([buildHelper(), buildHelper()]);
    expect(first).toBe(second);
    expect(existsSync(first)).toBe(true);
    expect(findHelper()).toBe(first);
    const standIn = await buildStandIn();
    expect(standIn).toMatch(/\.so$/);
    // Nothing is compiled a second time: no compiler is needed.
    expect(await buildHelper({ compilers: [] })).toBe(first);
    expect(await buildStandIn({ compilers: [] })).toBe(standIn);
  });
});
