import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readApiConfig } from './api-config.ts';
import { ConfigError, type ConfigProblem } from './config-error.ts';
import type { Environment } from './read-variables.ts';
import { readWorkerConfig } from './worker-config.ts';

function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'highwater-config-'));
}

function writeKeys(folder: string) {
  const pair = generateKeyPairSync('x25519');
  const ledger = generateKeyPairSync('ed25519');
  const write = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content, { mode: 0o600 });
    return join(folder, name);
  };
  return {
    HIGHWATER_KEK_FILE: write('kek.key', randomBytes(32).toString('base64')),
    HIGHWATER_SESSION_FILE: write('session.key', randomBytes(32).toString('base64')),
    HIGHWATER_PORTAL_SIGNING_FILE: write('portal-signing.key', randomBytes(32).toString('base64')),
    HIGHWATER_WORKER_BOX_PUBLIC_FILE: write(
      'box.pub',
      pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    ),
    HIGHWATER_WORKER_BOX_PRIVATE_FILE: write(
      'box.key',
      pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    ),
    HIGHWATER_LEDGER_PUBLIC_FILE: write(
      'ledger.pub',
      ledger.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    ),
    HIGHWATER_LEDGER_KEY_FILE: write(
      'ledger.key',
      ledger.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    ),
  };
}

function makeEnvironment(keyFolder = makeFolder()) {
  return {
    PATH: '/bin',
    HIGHWATER_MODE: 'development',
    HIGHWATER_PORT: '4401',
    HIGHWATER_METRICS_PORT: '4403',
    HIGHWATER_PORTAL_URL: 'http://127.0.0.1:4400/',
    HIGHWATER_DATABASE_HOST: '/run/postgres',
    HIGHWATER_PASSWORD_APP: 'a',
    HIGHWATER_PASSWORD_PLATFORM: 'b',
    HIGHWATER_PASSWORD_SEARCH: 'c',
    HIGHWATER_PASSWORD_IDENTITY: 'd',
    HIGHWATER_OBJECTS_FOLDER: '/srv/objects',
    HIGHWATER_MAIL: 'mailbox',
    HIGHWATER_MAIL_FROM: 'archive@example.com',
    HIGHWATER_MAILBOX_FOLDER: '/srv/mailbox',
    ...writeKeys(keyFolder),
  };
}

function problemsOf(environment: Environment): readonly ConfigProblem[] {
  try {
    readApiConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

const namesOf = (environment: Environment): string[] => problemsOf(environment).map((problem) => problem.variable);

describe('readApiConfig', () => {
  it('reads a complete environment', () => {
    const config = readApiConfig({ ...makeEnvironment(), HIGHWATER_EGRESS_ADDRESSES: '203.0.113.7, ::1' });
    expect(config).toMatchObject({
      mode: 'development',
      host: '127.0.0.1',
      port: 4401,
      portalUrl: 'http://127.0.0.1:4400',
      database: { host: '/run/postgres', port: 5432, database: 'highwater', tls: false },
      objects: { kind: 'disk', folder: '/srv/objects' },
      mail: { kind: 'mailbox', folder: '/srv/mailbox' },
      egressAddresses: ['203.0.113.7', '::1'],
      clockFile: undefined,
    });
    expect(config.kek).toHaveLength(32);
    expect(config.workerBoxPublicKey).toContain('BEGIN PUBLIC KEY');
  });

  it('names every wrong variable at once, without their values', () => {
    const { HIGHWATER_PASSWORD_APP: _gone, ...rest } = makeEnvironment();
    const environment = {
      ...rest,
      HIGHWATER_PORT: 'eighty',
      HIGHWATER_PORTAL_URL: 'http://127.0.0.1/path',
      HIGHWATER_EGRESS_ADDRESSES: '203.0.113.7,somewhere',
      HIGHWATER_KEK_FILE: '/nowhere/kek.key',
      HIGHWATER_MAILBOX_FOLDER: '',
      HIGHWATER_FAILPOINTS: 'nothing.like_it',
      HIGHWATER_PROT: 'hidden-value',
    };
    expect(new Set(namesOf(environment))).toEqual(
      new Set([
        'HIGHWATER_PASSWORD_APP',
        'HIGHWATER_PORT',
        'HIGHWATER_PORTAL_URL',
        'HIGHWATER_EGRESS_ADDRESSES',
        'HIGHWATER_KEK_FILE',
        'HIGHWATER_MAILBOX_FOLDER',
        'HIGHWATER_FAILPOINTS',
        'HIGHWATER_PROT',
      ]),
    );
    expect(() => readApiConfig(environment)).toThrow(/8 of its settings are wrong/);
    expect(() => readApiConfig(environment)).not.toThrow(/hidden-value|somewhere|nowhere/);
  });

  it('refuses a secret that others may read, and one of the wrong shape', () => {
    const folder = makeFolder();
    const loose = join(folder, 'loose.key');
    writeFileSync(loose, randomBytes(32).toString('base64'), { mode: 0o644 });
    const short = join(folder, 'short.key');
    writeFileSync(short, randomBytes(16).toString('base64'), { mode: 0o600 });
    const environment = { ...makeEnvironment(), HIGHWATER_KEK_FILE: loose, HIGHWATER_SESSION_FILE: short };
    expect(problemsOf(environment).map((problem) => problem.problem)).toEqual([
      'names a file that others may read (set its mode to 0600)',
      'names a file that does not hold 32 bytes in base64',
    ]);
  });

  it('asks for what s3 and smtp need', () => {
    const environment = {
      ...makeEnvironment(),
      HIGHWATER_OBJECTS: 's3',
      HIGHWATER_MAIL: 'smtp',
      HIGHWATER_S3_ACCESS_KEY_ID: 'x',
    };
    expect(namesOf(environment)).toEqual([
      'HIGHWATER_S3_BUCKET',
      'HIGHWATER_S3_REGION',
      'HIGHWATER_S3_ACCESS_KEY_ID',
      'HIGHWATER_SMTP_HOST',
    ]);
  });
});

describe('production', () => {
  const production = (keyFolder?: string) => ({
    ...makeEnvironment(keyFolder),
    HIGHWATER_MODE: 'production',
    HIGHWATER_PORTAL_URL: 'https://archive.example.com',
    HIGHWATER_MAIL: 'smtp',
    HIGHWATER_SMTP_HOST: 'smtp.example.com',
  });

  it('accepts an environment with nothing for demonstration', () => {
    expect(readApiConfig({ ...production(), HIGHWATER_DATA_FOLDER: makeFolder() }).mode).toBe('production');
  });

  it('refuses what is for development only', () => {
    const environment = {
      ...production(),
      HIGHWATER_MAIL: 'mailbox',
      HIGHWATER_PORTAL_URL: 'http://archive.example.com',
      HIGHWATER_WECOM_SIMULATOR_URL: 'http://127.0.0.1:4402',
      HIGHWATER_CLOCK_FILE: '/tmp/clock.json',
      HIGHWATER_FAILPOINTS: 'pull.fetched',
    };
    expect(new Set(namesOf(environment))).toEqual(
      new Set([
        'HIGHWATER_MAIL',
        'HIGHWATER_PORTAL_URL',
        'HIGHWATER_WECOM_SIMULATOR_URL',
        'HIGHWATER_CLOCK_FILE',
        'HIGHWATER_FAILPOINTS',
      ]),
    );
  });

  it('refuses a data folder with demo accounts or with keys inside', () => {
    const data = makeFolder();
    mkdirSync(join(data, 'keys'));
    writeFileSync(join(data, 'accounts.json'), '[]');
    expect(new Set(namesOf({ ...production(join(data, 'keys')), HIGHWATER_DATA_FOLDER: data }))).toEqual(
      new Set([
        'HIGHWATER_DATA_FOLDER',
        'HIGHWATER_KEK_FILE',
        'HIGHWATER_SESSION_FILE',
        'HIGHWATER_PORTAL_SIGNING_FILE',
        'HIGHWATER_WORKER_BOX_PUBLIC_FILE',
        'HIGHWATER_LEDGER_PUBLIC_FILE',
      ]),
    );
  });
});

describe('readWorkerConfig', () => {
  it('wants the public half of the ledger’s key before earlier ones', () => {
    const [own, earlier] = [makeEnvironment(), makeEnvironment()];
    const both = (first: string, second: string): Environment => {
      const file = join(makeFolder(), 'ledger.pub');
      writeFileSync(file, `${readFileSync(first, 'utf8')}${readFileSync(second, 'utf8')}`);
      return { ...own, HIGHWATER_LEDGER_PUBLIC_FILE: file };
    };
    const [ours, theirs] = [own.HIGHWATER_LEDGER_PUBLIC_FILE, earlier.HIGHWATER_LEDGER_PUBLIC_FILE];
    expect(readWorkerConfig(both(ours, theirs)).ledgerPublicKeys.match(/BEGIN/g)).toHaveLength(2);
    expect(() => readWorkerConfig(both(theirs, ours))).toThrow(/HIGHWATER_LEDGER_PUBLIC_FILE/);
    expect(() => readWorkerConfig({ ...own, HIGHWATER_LEDGER_PUBLIC_FILE: own.HIGHWATER_LEDGER_KEY_FILE })).toThrow(
      /HIGHWATER_LEDGER_PUBLIC_FILE/,
    );
    expect(() => readWorkerConfig({ ...own, HIGHWATER_LEDGER_KEY_FILE: ours })).toThrow(/HIGHWATER_LEDGER_KEY_FILE/);
  });

  it('pulls every ten seconds in development unless told otherwise', () => {
    expect(readWorkerConfig(makeEnvironment()).pullIntervalSeconds).toBe(10);
    expect(readWorkerConfig({ ...makeEnvironment(), HIGHWATER_PULL_INTERVAL_SECONDS: '60' }).pullIntervalSeconds).toBe(
      60,
    );
  });
});
