import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildHelper, findCompiler, WECOM_HOST } from '@highwater/wecom/library';
import { placeStandIn, type PlacedStandIn } from '../../packages/wecom/src/native/testing/place-stand-in.ts';
import { makeStandInCertificates } from '../../packages/wecom/src/relay/testing/stand-in-certificates.ts';
import { readProcess } from '../../infra/processes/read-process.ts';
import type { BareStage } from './fault-stage.ts';

/** The way over the native helper: compiled here, with the stand-in for the vendor's library in it. */
export interface NativeWecom {
  /** Settings of a worker that reaches WeCom at `port` of this machine. */
  env(port: number): Readonly<Record<string, string>>;
  /** What WeCom proves itself with. */
  readonly tls: { readonly cert: string; readonly key: string };
  readonly library: PlacedStandIn;
  close(): Promise<void>;
}

/** Whether this machine can compile the helper; without it nothing of the native way is exercised. */
export function canCompile(): boolean {
  return findCompiler() !== undefined;
}

export async function openNativeWecom({ context }: BareStage): Promise<NativeWecom> {
  const [helper, library, certificates] = await Promise.all([buildHelper(), placeStandIn(), makeStandInCertificates()]);
  const authority = join(context.dataDir, `authority-of-${WECOM_HOST}.pem`);
  writeFileSync(authority, certificates.authorityPem);
  return {
    tls: { cert: certificates.valid.certPem, key: certificates.valid.keyPem },
    library,
    env: (port) => ({
      HIGHWATER_FINANCE_HELPER: helper,
      HIGHWATER_FINANCE_LIBRARY: library.path,
      HIGHWATER_FINANCE_LIBRARY_SHA256: library.sha256,
      HIGHWATER_WECOM_EXTRA_CA_FILE: authority,
      HIGHWATER_WECOM_UPSTREAM: `127.0.0.1:${port}`,
      ...(process.getuid?.() === 0 ? { HIGHWATER_FINANCE_UID: '65534:65534' } : {}),
    }),
    close: () => library[Symbol.asyncDispose](),
  };
}

/** Process ids of a worker's helpers. */
export function findHelpers(workerPid: number): readonly number[] {
  let children: string;
  try {
    children = readFileSync(`/proc/${workerPid}/task/${workerPid}/children`, 'utf8');
  } catch {
    return [];
  }
  return children
    .split(' ')
    .map(Number)
    .filter((pid) => pid > 0 && readProcess(pid)?.name.startsWith('finance-helper') === true);
}
