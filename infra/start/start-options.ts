import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Sentence } from '../processes/sentence.ts';

export interface StartOptions {
  /** Absolute. */
  readonly dataDir: string;
  readonly ports: Ports;
}

/** All on the loopback address; people use the portal's only. */
export interface Ports {
  readonly portal: number;
  readonly api: number;
  readonly simulator: number;
  readonly apiMetrics: number;
  readonly workerMetrics: number;
}

const USAGE = 'Usage: npm start -- [--data DIR] [--port-base N], N from 1024 to 65000.';

/** Paths are taken from where the person stands: npm itself runs scripts in the project's folder. */
export function readStartOptions(args: readonly string[], standing: string): StartOptions {
  let values: { data?: string | undefined; 'port-base'?: string | undefined };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: { data: { type: 'string' }, 'port-base': { type: 'string' } },
    }));
  } catch {
    throw new Sentence(USAGE);
  }
  const base = Number(values['port-base'] ?? 4400);
  if (!Number.isInteger(base) || base < 1024 || base > 65_000) throw new Sentence(USAGE);
  return { dataDir: resolve(standing, values.data ?? '.highwater'), ports: portsFrom(base) };
}

export function portsFrom(base: number): Ports {
  return { portal: base, api: base + 1, simulator: base + 2, apiMetrics: base + 3, workerMetrics: base + 4 };
}
