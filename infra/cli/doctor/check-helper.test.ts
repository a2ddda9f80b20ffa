import { buildHelper } from '@highwater/wecom/library';
import { describe, expect, it } from 'vitest';
import { COMPILERS, MISSING_COMPILERS } from '../../../packages/wecom/src/native/testing/compilers.ts';
import { placeStandIn } from '../../../packages/wecom/src/native/testing/place-stand-in.ts';
import { checkHelper } from './check-helper.ts';

const nothing = { program: undefined, library: undefined, pinnedHashes: [] };

it('is told to compile the helper where there is none', async () => {
  for (const program of [undefined, '/does/not/exist']) {
    expect(await checkHelper({ ...nothing, program })).toMatchObject({
      standing: 'failed',
      found: 'the helper is not compiled',
      cure: expect.stringContaining('npm run build:helper'),
    });
  }
});

it.each(MISSING_COMPILERS)('nothing else of this ran: there is no %s here', () => {
  expect(COMPILERS).toEqual([]);
});

describe.each(COMPILERS)('a helper compiled by %s', { timeout: 60_000 }, () => {
  async function check(change: Partial<Parameters<typeof checkHelper>[0]> = {}, ...controls: string[]) {
    await using standIn = await placeStandIn();
    await standIn.control(...controls);
    const program = await buildHelper();
    return await checkHelper({ program, library: standIn.path, pinnedHashes: [standIn.sha256], ...change });
  }

  it('starts, loads the library, and the library opens a known envelope', async () => {
    expect(await check()).toMatchObject({ standing: 'ok' });
  });

  it('is not asked more without a library', async () => {
    expect(await check({ library: undefined })).toMatchObject({ standing: 'not checked' });
  });

  it('may not load a library that is missing or not pinned', async () => {
    expect((await check({ library: '/does/not/exist.so' })).cure).toContain('"library"');
    expect((await check({ pinnedHashes: [] })).cure).toContain('"hash"');
  });

  it('may find a library that opens nothing, dies or refuses', async () => {
    expect((await check({}, 'DecryptData.code 10008')).found).toContain('10008');
    expect((await check({}, 'DecryptData.crash abort')).found).toContain('the helper ended');
    expect((await check({}, 'Init.code 10000')).standing).toBe('failed');
  });

  it('may be no helper at all', async () => {
    expect((await check({ program: '/bin/false' })).standing).toBe('failed');
  });
});
