import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../config-error.ts';
import { readVariables, type Environment } from '../read-variables.ts';
import { simulatorUrlVariables } from './development.ts';
import { financeConfig, financeRule, financeVariables } from './finance.ts';
import { modeVariables } from './mode.ts';
import { productionRule } from './production-rule.ts';

const TABLE = { ...modeVariables, ...simulatorUrlVariables, ...financeVariables };
const LIBRARY = { HIGHWATER_MODE: 'development', HIGHWATER_FINANCE_LIBRARY: '/opt/wecom/library.so' };
const HASH = 'ab'.repeat(32);

const read = (environment: Environment) =>
  financeConfig(readVariables('The worker', TABLE, environment, [financeRule, productionRule]));

function problemsOf(environment: Environment): Record<string, string> {
  try {
    read({ ...LIBRARY, ...environment });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return Object.fromEntries(error.problems.map(({ variable, problem }) => [variable, problem]));
  }
  return {};
}

function writeFile(content: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'highwater-finance-')), 'file.pem');
  writeFileSync(path, content);
  return path;
}

describe('the settings of the finance library', () => {
  it('are none without a library', () => {
    expect(read({ HIGHWATER_MODE: 'production' })).toBeUndefined();
  });

  it('need nothing but the library', () => {
    expect(read(LIBRARY)).toEqual({
      library: '/opt/wecom/library.so',
      pinnedHashes: [],
      helper: undefined,
      user: undefined,
      egress: new Map(),
      extraAuthorityPem: undefined,
      upstream: undefined,
    });
  });

  it('are read whole', () => {
    const pem = '-----BEGIN CERTIFICATE-----\n';
    const config = read({
      ...LIBRARY,
      HIGHWATER_FINANCE_LIBRARY_SHA256: `${HASH.toUpperCase()}, ${'0'.repeat(64)}`,
      HIGHWATER_FINANCE_HELPER: '/opt/helper',
      HIGHWATER_FINANCE_UID: '990',
      HIGHWATER_EGRESS_PROXY: 'http://us%40er:p%3Aw@proxy.example.com:3128, east=203.0.113.7, west=http://[::1]',
      HIGHWATER_WECOM_EXTRA_CA_FILE: writeFile(pem),
      HIGHWATER_WECOM_UPSTREAM: '127.0.0.1:4443',
    });
    expect(config).toMatchObject({
      pinnedHashes: [HASH, '0'.repeat(64)],
      helper: '/opt/helper',
      user: { uid: 990, gid: 990 },
      extraAuthorityPem: pem,
      upstream: { host: '127.0.0.1', port: 4443 },
    });
    expect(Object.fromEntries(config?.egress ?? [])).toEqual({
      default: { kind: 'proxy', host: 'proxy.example.com', port: 3128, login: 'us@er:p:w' },
      east: { kind: 'direct', localAddress: '203.0.113.7' },
      west: { kind: 'proxy', host: '::1', port: 80 },
    });
  });

  it.each([
    ['HIGHWATER_FINANCE_LIBRARY', 'library.so'],
    ['HIGHWATER_FINANCE_LIBRARY_SHA256', HASH.slice(1)],
    ['HIGHWATER_FINANCE_UID', '0'],
    ['HIGHWATER_FINANCE_UID', 'nobody'],
    ['HIGHWATER_EGRESS_PROXY', 'https://proxy.example.com'],
    ['HIGHWATER_EGRESS_PROXY', 'proxy.example.com:3128'],
    ['HIGHWATER_EGRESS_PROXY', 'http://a.example.com,http://b.example.com'],
    ['HIGHWATER_WECOM_UPSTREAM', '127.0.0.1'],
    ['HIGHWATER_WECOM_EXTRA_CA_FILE', '/does/not/exist'],
    ['HIGHWATER_WECOM_EXTRA_CA_FILE', writeFile('no certificate')],
  ])('refuse %s=%s', (name, value) => {
    expect(Object.keys(problemsOf({ [name]: value }))).toEqual([name]);
  });

  it('do not quote the proxy’s password in what they say', () => {
    const problems = problemsOf({ HIGHWATER_EGRESS_PROXY: 'https://user:planted-password@proxy.example.com' });
    expect(JSON.stringify(problems)).not.toContain('planted');
  });

  it('refuse a library beside the stand-in WeCom', () => {
    expect(problemsOf({ HIGHWATER_WECOM_SIMULATOR_URL: 'http://127.0.0.1:1' })).toEqual({
      HIGHWATER_FINANCE_LIBRARY: 'is set beside HIGHWATER_WECOM_SIMULATOR_URL',
    });
  });

  it('refuse another WeCom and another authority in production', () => {
    const problems = problemsOf({
      HIGHWATER_MODE: 'production',
      HIGHWATER_WECOM_UPSTREAM: '127.0.0.1:4443',
      HIGHWATER_WECOM_EXTRA_CA_FILE: writeFile('-----BEGIN CERTIFICATE-----\n'),
    });
    expect(Object.keys(problems).toSorted()).toEqual(['HIGHWATER_WECOM_EXTRA_CA_FILE', 'HIGHWATER_WECOM_UPSTREAM']);
  });
});
