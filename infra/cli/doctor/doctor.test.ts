import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FaultError } from '@highwater/domain';
import { describe, expect, it } from 'vitest';
import { makeStandInCertificates } from '../../../packages/wecom/src/relay/testing/stand-in-certificates.ts';
import { doctor, writeChecks } from '../doctor.ts';
import { checkClock } from './check-clock.ts';
import { checkDatabase } from './check-database.ts';
import { checkKeyFiles } from './check-key-files.ts';
import { checkLibc } from './check-libc.ts';
import { checkHash, checkLibrary } from './check-library.ts';
import { checkNetwork } from './check-network.ts';
import { runDoctor } from './run-doctor.ts';

const SHA = 'ab'.repeat(32);
const X86_64 = 62;

/** An ELF library of 2 MiB for a machine by its number. */
function writeLibrary(machine: number, size = 2 * 1024 * 1024): string {
  const bytes = Buffer.alloc(size);
  Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]).copy(bytes);
  bytes.writeUInt16LE(3, 16);
  bytes.writeUInt16LE(machine, 18);
  const path = join(mkdtempSync(join(tmpdir(), 'highwater-doctor-')), 'library.so');
  writeFileSync(path, bytes);
  return path;
}

const standings = (checks: readonly { name: string; standing: string }[]) =>
  checks.map(({ name, standing }) => `${name} ${standing}`);

describe('the library', () => {
  it('is a warning when none is set, with where to get it', async () => {
    const [library, ...rest] = await checkLibrary(undefined, []);
    expect(library).toMatchObject({ standing: 'warning', cure: expect.stringContaining('HIGHWATER_FINANCE_LIBRARY') });
    expect(standings(rest)).toEqual(['hash not checked', 'architecture not checked']);
  });

  it('fails when the file is not there', async () => {
    const [library] = await checkLibrary('/does/not/exist.so', []);
    expect(library).toMatchObject({ standing: 'failed', found: 'the file cannot be read' });
  });

  it('is found with its size, refused unless pinned, and fits the machine', async () => {
    const path = writeLibrary(X86_64);
    const checks = await checkLibrary(path, [], 'x64');
    expect(standings(checks)).toEqual(['library ok', 'hash failed', 'architecture ok']);
    expect(checks[0]?.found).toBe('found, 2.0 MiB');
    const pin = /HIGHWATER_FINANCE_LIBRARY_SHA256=([0-9a-f]{64})/.exec(checks[1]?.cure ?? '')?.[1] ?? '';
    expect(standings(await checkLibrary(path, [pin], 'x64'))).toEqual([
      'library ok',
      'hash warning',
      'architecture ok',
    ]);
  });

  it('fails when it is for another machine, or for none', async () => {
    expect((await checkLibrary(writeLibrary(X86_64), [], 'arm64'))[2]).toMatchObject({
      standing: 'failed',
      found: 'the library is for x64, this machine is arm64',
    });
    expect((await checkLibrary(writeLibrary(40), [], 'x64'))[2]?.standing).toBe('failed');
  });

  it('is a warning when it is smaller than any build', async () => {
    expect((await checkLibrary(writeLibrary(X86_64, 1000), [], 'x64'))[0]?.standing).toBe('warning');
  });
});

describe('the hash', () => {
  it.each([
    ['of a known build', { sha256: SHA, build: 'v9', isKnown: true }, [], 'ok'],
    ['of a build recognised by MD5 and pinned', { sha256: SHA, build: 'v9', isKnown: false }, [SHA], 'ok'],
    ['of a build recognised by MD5 only', { sha256: SHA, build: 'v9', isKnown: false }, [], 'failed'],
    ['of nobody’s build, pinned', { sha256: SHA, build: undefined, isKnown: false }, [SHA], 'warning'],
    ['of nobody’s build', { sha256: SHA, build: undefined, isKnown: false }, ['0'.repeat(64)], 'failed'],
  ])('%s', (_, library, pins, standing) => {
    expect(checkHash(library, pins).standing).toBe(standing);
  });
});

describe('the C library', () => {
  it('has to be glibc, with zlib', () => {
    expect(checkLibc({ glibc: '2.36', hasLibz: true })).toMatchObject({ standing: 'ok' });
    expect(checkLibc({ glibc: undefined, hasLibz: true })).toMatchObject({
      standing: 'failed',
      found: expect.stringContaining('musl'),
    });
    expect(checkLibc({ glibc: '2.36', hasLibz: false })).toMatchObject({
      standing: 'failed',
      cure: expect.stringContaining('zlib1g'),
    });
  });
});

describe('the way to WeCom', () => {
  async function startWecom(name: 'valid' | 'expired' | 'otherHost', date?: string) {
    const certificates = await makeStandInCertificates();
    const { certPem: cert, keyPem: key } = certificates[name];
    const server = createServer({ cert, key }, (_request, response) => {
      response.sendDate = false;
      if (date !== undefined) response.setHeader('Date', date);
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const upstream = { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
    return {
      settings: { connectMs: 5_000, upstream, extraAuthorityPem: certificates.authorityPem },
      [Symbol.asyncDispose]: () =>
        new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    };
  }

  it('is verified, and the answer tells the time', async () => {
    await using wecom = await startWecom('valid', 'Sun, 22 Nov 2026 08:00:00 GMT');
    const { check, date } = await checkNetwork({ kind: 'direct' }, wecom.settings);
    expect(check).toMatchObject({
      standing: 'ok',
      found: expect.stringContaining('qyapi.weixin.qq.com reached directly'),
    });
    expect(date).toEqual(new Date('2026-11-22T08:00:00Z'));
  });

  it('may give no time', async () => {
    await using wecom = await startWecom('valid');
    expect((await checkNetwork({ kind: 'direct' }, wecom.settings)).date).toBeUndefined();
  });

  it.each(['expired', 'otherHost'] as const)('fails on a certificate that is %s', async (name) => {
    await using wecom = await startWecom(name);
    const { check, date } = await checkNetwork({ kind: 'direct' }, wecom.settings);
    expect(check).toMatchObject({ standing: 'failed', found: expect.stringContaining('could not prove to be it') });
    expect(date).toBeUndefined();
  });

  it('fails when nobody is there, or the egress proxy is not', async () => {
    const upstream = { host: '127.0.0.1', port: 1 };
    const { check } = await checkNetwork({ kind: 'direct' }, { connectMs: 5_000, upstream });
    expect(check).toMatchObject({ standing: 'failed', found: expect.stringContaining('ECONNREFUSED') });
    const proxy = { kind: 'proxy', host: '127.0.0.1', port: 1 } as const;
    const byProxy = (await checkNetwork(proxy, { connectMs: 5_000, upstream })).check;
    expect(byProxy.found).toContain('through the egress proxy');
  });
});

describe('the clock', () => {
  const theirs = new Date('2026-11-22T08:00:00Z');
  it.each([
    [0, 'ok', "equal to WeCom's clock"],
    [60_000, 'ok', "60 s ahead of WeCom's clock"],
    [-61_000, 'failed', "61 s behind WeCom's clock"],
  ])('%i ms off is %s', (off, standing, found) => {
    expect(checkClock(theirs.getTime() + off, theirs)).toMatchObject({ standing, found });
  });

  it('is not checked without an answer, and says why', () => {
    expect(checkClock(0, undefined)).toMatchObject({
      standing: 'not checked',
      found: expect.stringContaining('network'),
    });
  });
});

describe('the database', () => {
  const fail = (code: string) => () =>
    Promise.reject(
      new FaultError('database.unavailable', { cause: Object.assign(new Error('planted text'), { code }) }),
    );

  it('is complete, or names the migration it lacks', async () => {
    expect(await checkDatabase(() => Promise.resolve(undefined))).toMatchObject({ standing: 'ok' });
    expect(await checkDatabase(() => Promise.resolve('0008_x.sql'))).toMatchObject({
      standing: 'failed',
      found: 'the migration 0008_x.sql did not run',
    });
  });

  it.each([
    ['ECONNREFUSED', 'could not be reached (ECONNREFUSED)'],
    ['28P01', 'refuses the password'],
    ['3D000', 'does not exist'],
    ['42P01', 'never migrated'],
  ])('%s is a failure with its cure', async (code, found) => {
    const check = await checkDatabase(fail(code));
    expect(check).toMatchObject({ standing: 'failed', found: expect.stringContaining(found) });
    expect(check.cure).toMatch(/\.$/);
    expect(JSON.stringify(check)).not.toContain('planted');
  });
});

it('each key file has a line, with what is wrong and the cure from the settings', () => {
  const keyFiles = [
    { variable: 'HIGHWATER_KEK_FILE', path: '/a' },
    { variable: 'HIGHWATER_WORKER_BOX_PRIVATE_FILE', path: undefined },
  ];
  const problem = { variable: 'HIGHWATER_KEK_FILE', problem: 'names a file that others may read', fix: 'Set it.' };
  expect(checkKeyFiles({ keyFiles, problems: [problem] })).toEqual([
    {
      name: 'key file',
      standing: 'failed',
      found: 'HIGHWATER_KEK_FILE names a file that others may read',
      cure: 'Set it.',
    },
    expect.objectContaining({ standing: 'ok' }),
  ]);
});

describe('the doctor', () => {
  const none = {
    mode: undefined,
    finance: undefined,
    wecomSimulatorUrl: undefined,
    database: undefined,
    platformPassword: undefined,
    appPassword: undefined,
    ledgerPublicKeys: undefined,
    keyFiles: [{ variable: 'HIGHWATER_KEK_FILE', path: undefined }],
    problems: [
      { variable: 'HIGHWATER_KEK_FILE', problem: 'is not set', fix: 'Set it.' },
      { variable: 'HIGHWATER_MODE', problem: 'is not set', fix: 'Set it.' },
    ],
    network: { egress: new Map(), extraAuthorityPem: undefined, upstream: { host: '127.0.0.1', port: 1 } },
  };

  it('works with nothing set, and says what is not', async () => {
    const checks = await runDoctor(none);
    expect(checks.map(({ name }) => name)).toEqual([
      'library',
      'hash',
      'architecture',
      'libc',
      'helper',
      'network',
      'clock',
      'database',
      'key file',
      'setting',
    ]);
    expect(checks.at(-1)).toMatchObject({ standing: 'failed', found: 'HIGHWATER_MODE is not set' });
    for (const { standing, cure } of checks) {
      expect(cure !== undefined).toBe(standing === 'failed' || standing === 'warning');
    }
  });

  it('looks at no library and no network where the stand-in WeCom is used', async () => {
    const checks = await runDoctor({ ...none, wecomSimulatorUrl: 'http://127.0.0.1:1' });
    expect(standings(checks)).toEqual([
      'WeCom not checked',
      'database not checked',
      'key file failed',
      'setting failed',
    ]);
  });

  it('says how it is called when it is called otherwise', async () => {
    const lines: string[] = [];
    expect(await doctor(['--jsno'], (line) => lines.push(line))).toBe(2);
    expect(lines).toEqual(['Usage: npm run highwater -- doctor [--json]']);
  });

  it('writes a line per check, its cure below, and the sum', () => {
    const lines = writeChecks([
      { name: 'libc', standing: 'ok', found: 'glibc 2.36' },
      { name: 'clock', standing: 'failed', found: '99 s behind', cure: 'Set the clock.' },
    ]);
    expect(lines).toEqual([
      'ok           libc: glibc 2.36',
      'failed       clock: 99 s behind',
      '             Set the clock.',
      '',
      '1 ok, 0 with a warning, 1 failed, 0 not checked.',
    ]);
  });
});
