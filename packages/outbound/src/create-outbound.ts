import { FaultError } from '@highwater/domain';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isPublicAddress } from './is-public-address.ts';
import { sendOnce } from './send-once.ts';

/** As the platform's `fetch`, of a whole answer in memory. */
export type OutboundFetch = (url: string | URL, init?: OutboundRequest) => Promise<Response>;

export interface OutboundRequest {
  readonly method?: string;
  readonly headers?: ConstructorParameters<typeof Headers>[0];
  readonly body?: string | URLSearchParams | Uint8Array | null;
  readonly signal?: AbortSignal;
}

export interface Outbound {
  /**
   * Asks a host that a user named. Throws `host.refused` for anything but https to an address of the open internet,
   * `host.unreachable`, or `host.too_large`. A redirect is an answer like any other: it is not followed.
   */
  readonly fetch: OutboundFetch;
  /** Whether the operator named the host of a URL: it may be asked without TLS and at any address. */
  isNamed(url: URL): boolean;
}

const LONGEST_MS = 10_000;
const LARGEST_BYTES = 1024 * 1024;

/** `named`: hosts with their port ("127.0.0.1:9000") that the operator lets be asked although they are not public. */
export function createOutbound(
  options: {
    readonly named?: readonly string[];
    readonly longestMs?: number;
    readonly largestBytes?: number;
    readonly resolve?: (host: string) => Promise<readonly string[]>;
    /** PEM of further authorities, for tests. */
    readonly ca?: string;
  } = {},
): Outbound {
  const { named = [], longestMs = LONGEST_MS, largestBytes = LARGEST_BYTES, resolve = resolveAll, ca } = options;
  const isNamed = (url: URL): boolean => named.includes(url.host);

  async function addressOf(url: URL): Promise<string> {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const addresses = isIP(host) === 0 ? await resolve(host).catch(unreachable) : [host];
    const [first] = addresses;
    if (first === undefined) throw new FaultError('host.unreachable');
    // One that is not public among several is a trick, or a mistake that would work only sometimes.
    if (!isNamed(url) && !addresses.every(isPublicAddress)) throw new FaultError('host.refused');
    return first;
  }

  return {
    isNamed,
    async fetch(input, init = {}) {
      const url = readUrl(input);
      const isPlain = url.protocol === 'https:' && url.username === '' && url.password === '';
      if (!isPlain && !(isNamed(url) && url.protocol === 'http:')) throw new FaultError('host.refused');
      const deadline = AbortSignal.timeout(longestMs);
      const signal = init.signal === undefined ? deadline : AbortSignal.any([deadline, init.signal]);
      const address = await Promise.race([addressOf(url), ended(signal)]);
      return sendOnce({ url, address, signal, largestBytes, ...(ca === undefined ? {} : { ca }) }, init);
    },
  };
}

function readUrl(input: string | URL): URL {
  try {
    return new URL(input);
  } catch (cause) {
    throw new FaultError('host.refused', { cause });
  }
}

async function resolveAll(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);
}

function unreachable(cause: unknown): never {
  throw new FaultError('host.unreachable', { cause });
}

function ended(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const end = () => reject(new FaultError('host.unreachable', { cause: signal.reason }));
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
  });
}
