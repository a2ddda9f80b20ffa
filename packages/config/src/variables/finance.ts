import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';
import type { ConfigProblem } from '../config-error.ts';
import { absolutePath } from '../value-schemas.ts';
import { variable, type Values } from '../variable.ts';

/** How calls to WeCom leave: from one of this machine's addresses, or through an HTTP proxy that knows CONNECT. */
export type EgressWay =
  | { readonly kind: 'direct'; readonly localAddress?: string }
  | { readonly kind: 'proxy'; readonly host: string; readonly port: number; readonly login?: string };

/** Ways by name; `default` is the one that connections use. */
export type EgressPool = ReadonlyMap<string, EgressWay>;

const SHA256 = /^[0-9a-f]{64}$/;

const hashList = z
  .string()
  .optional()
  .transform((value, context) => {
    const hashes = listOf(value).map((hash) => hash.toLowerCase());
    if (hashes.every((hash) => SHA256.test(hash))) return hashes;
    context.addIssue({ code: 'custom', message: 'holds something that is not a SHA-256 (64 hexadecimal digits)' });
    return z.NEVER;
  });

const user = z
  .string()
  .regex(/^[1-9]\d{0,8}(:[1-9]\d{0,8})?$/, 'is neither a user number above 0 nor user:group')
  .transform((value) => {
    const [uid = 0, gid = uid] = value.split(':').map(Number);
    return { uid, gid };
  })
  .optional();

const pemFile = absolutePath
  .transform((path, context) => {
    try {
      const pem = readFileSync(path, 'utf8');
      if (pem.includes('BEGIN CERTIFICATE')) return pem;
      context.addIssue({ code: 'custom', message: 'names a file that does not hold a certificate (PEM)' });
    } catch {
      context.addIssue({ code: 'custom', message: 'names a file that cannot be read' });
    }
    return z.NEVER;
  })
  .optional();

const hostAndPort = z
  .string()
  .regex(/^[\w.-]+:[1-9]\d{0,4}$/, 'is not host:port')
  .transform((value) => {
    const [host = '', port = ''] = value.split(':');
    return { host, port: Number(port) };
  })
  .optional();

const egressPool = z
  .string()
  .optional()
  .transform((value, context): EgressPool => {
    const pool = new Map<string, EgressWay>();
    for (const entry of listOf(value)) {
      const [, name = 'default', text = ''] = /^(?:([a-z][a-z0-9-]*)=)?(.+)$/.exec(entry) ?? [];
      const way = readWay(text);
      if (way === undefined || pool.has(name)) {
        const message = 'is neither http://user:password@host:port nor an IP address of this machine, each name once';
        context.addIssue({ code: 'custom', message });
        return z.NEVER;
      }
      pool.set(name, way);
    }
    return pool;
  });

function readWay(text: string): EgressWay | undefined {
  if (isIP(text) !== 0) return { kind: 'direct', localAddress: text };
  const url = URL.parse(text);
  if (url?.protocol !== 'http:' || url.hostname === '' || url.pathname !== '/' || url.search || url.hash) {
    return undefined;
  }
  const login = url.username === '' ? undefined : `${decoded(url.username)}:${decoded(url.password)}`;
  const port = url.port === '' ? 80 : Number(url.port);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return { kind: 'proxy', host, port, ...(login === undefined ? {} : { login }) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function listOf(value: string | undefined): string[] {
  return (value ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

export const financeVariables = {
  HIGHWATER_FINANCE_LIBRARY: variable(
    absolutePath.optional(),
    "WeCom's archive library (libWeWorkFinanceSdk_C.so) as downloaded from WeCom; without it nothing is pulled.",
    '/opt/wecom/libWeWorkFinanceSdk_C.so',
  ),
  HIGHWATER_FINANCE_LIBRARY_SHA256: variable(
    hashList,
    'SHA-256 of library builds that you allow beside the known ones, separated by commas.',
    '445d73e1c05dcf478ad1e27970c840570db7356c18c7d20b032d105f2c7d9ce9',
  ),
  HIGHWATER_FINANCE_HELPER: variable(
    absolutePath.optional(),
    'The compiled helper that loads the library, where it is not in its usual place (npm run build:helper).',
    '/opt/highwater/finance-helper',
  ),
  HIGHWATER_FINANCE_UID: variable(
    user,
    'User (or user:group) number that the helper becomes, where the worker runs as root.',
    '990:990',
  ),
  HIGHWATER_EGRESS_PROXY: variable(
    egressPool,
    'Way out of calls to WeCom: http://user:password@host:port of a CONNECT proxy, or an IP address of this machine; several as name=way with commas, where the one without name is the default.',
    'http://user:password@proxy.example.com:3128',
  ),
  HIGHWATER_WECOM_EXTRA_CA_FILE: variable(
    pemFile,
    'Certificate authority (PEM) that may also vouch for WeCom; for tests only.',
    '/tmp/highwater/authority.pem',
  ),
  HIGHWATER_WECOM_UPSTREAM: variable(
    hostAndPort,
    'Host and port where WeCom is reached instead of its own; for tests only.',
    '127.0.0.1:4443',
  ),
};

export interface FinanceConfig {
  /** Path of the vendor's library. */
  readonly library: string;
  readonly pinnedHashes: readonly string[];
  /** Path of the compiled helper; the build's own place without it. */
  readonly helper: string | undefined;
  readonly user: { readonly uid: number; readonly gid: number } | undefined;
  readonly egress: EgressPool;
  /** Development only. */
  readonly extraAuthorityPem: string | undefined;
  /** Development only. */
  readonly upstream: { readonly host: string; readonly port: number } | undefined;
}

type FinanceValues = Values<typeof financeVariables>;

/** One process speaks either to WeCom or to its stand-in: which one would a connection mean otherwise? */
export function financeRule(
  values: Partial<FinanceValues> & { readonly HIGHWATER_WECOM_SIMULATOR_URL?: string | undefined },
): readonly ConfigProblem[] {
  if (values.HIGHWATER_FINANCE_LIBRARY === undefined || values.HIGHWATER_WECOM_SIMULATOR_URL === undefined) return [];
  return [
    {
      variable: 'HIGHWATER_FINANCE_LIBRARY',
      problem: 'is set beside HIGHWATER_WECOM_SIMULATOR_URL',
      fix: 'Keep one of the two: the library speaks to WeCom, the other to its stand-in.',
    },
  ];
}

/** Undefined without a library. */
export function financeConfig(values: Partial<FinanceValues>): FinanceConfig | undefined {
  if (values.HIGHWATER_FINANCE_LIBRARY === undefined) return undefined;
  return {
    library: values.HIGHWATER_FINANCE_LIBRARY,
    pinnedHashes: values.HIGHWATER_FINANCE_LIBRARY_SHA256 ?? [],
    helper: values.HIGHWATER_FINANCE_HELPER,
    user: values.HIGHWATER_FINANCE_UID,
    egress: values.HIGHWATER_EGRESS_PROXY ?? new Map(),
    extraAuthorityPem: values.HIGHWATER_WECOM_EXTRA_CA_FILE,
    upstream: values.HIGHWATER_WECOM_UPSTREAM,
  };
}
