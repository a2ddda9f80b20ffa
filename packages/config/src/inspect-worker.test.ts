import { describe, expect, it } from 'vitest';
import { inspectWorker } from './inspect-worker.ts';

describe('inspectWorker', () => {
  it('gives what can be read and lists the rest', () => {
    const found = inspectWorker({
      HIGHWATER_MODE: 'production',
      HIGHWATER_DATABASE_HOST: '/run/postgres',
      HIGHWATER_PASSWORD_PLATFORM: 'planted',
      HIGHWATER_FINANCE_LIBRARY: '/opt/library.so',
      HIGHWATER_FINANCE_LIBRARY_SHA256: 'planted',
      HIGHWATER_KEK_FILE: '/does/not/exist',
      HIGHWATER_WECOM_UPSTREAM: '127.0.0.1:1',
    });
    expect(found).toMatchObject({
      mode: 'production',
      finance: { library: '/opt/library.so', pinnedHashes: [] },
      network: { upstream: { host: '127.0.0.1', port: 1 } },
      database: { host: '/run/postgres', port: 5432, database: 'highwater', tls: false },
      platformPassword: 'planted',
    });
    const problems = Object.fromEntries(found.problems.map(({ variable, problem }) => [variable, problem]));
    expect(problems).toMatchObject({
      HIGHWATER_KEK_FILE: 'names a file that cannot be read',
      HIGHWATER_PASSWORD_APP: 'is not set',
      HIGHWATER_WECOM_UPSTREAM: 'is for development only',
    });
    expect(problems['HIGHWATER_FINANCE_LIBRARY_SHA256']).toContain('not a SHA-256');
    expect(JSON.stringify(found.problems)).not.toContain('planted');
  });

  it('knows every key file, and no other file', () => {
    const { keyFiles } = inspectWorker({ HIGHWATER_KEK_FILE: '/kek' });
    expect(keyFiles).toContainEqual({ variable: 'HIGHWATER_KEK_FILE', path: '/kek' });
    expect(keyFiles).toContainEqual({ variable: 'HIGHWATER_WORKER_BOX_PRIVATE_FILE', path: undefined });
    expect(keyFiles.map(({ variable }) => variable)).not.toContain('HIGHWATER_WECOM_EXTRA_CA_FILE');
  });
});
