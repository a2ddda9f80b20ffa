import { createCallLimits } from '../../limits/create-call-limits.ts';
import { buildHelper } from '../../native/compile/index.ts';
import { createHelperPool, type HelperSettings } from '../../native/index.ts';
import { placeStandIn, type PlacedStandIn } from '../../native/testing/place-stand-in.ts';
import { startRelay, type Relay, type RelaySettings } from '../../relay/start-relay.ts';
import { createNativeFinanceGateway } from '../create-native-finance-gateway.ts';
import type { HelperPool } from '../../native/lease-helper.ts';
import type { OpenGateway } from './open-contract-bench.ts';

export interface NativeBench extends OpenGateway {
  readonly standIn: PlacedStandIn;
  readonly relay: Relay;
  readonly helpers: HelperPool;
}

export interface NativeBenchOptions {
  /** "https://127.0.0.1:port" of whoever plays WeCom. */
  readonly url: string;
  readonly authorityPem: string;
  readonly relay?: Partial<RelaySettings>;
  readonly helpers?: Partial<HelperSettings>;
}

/** The real helper with the stand-in library, the real relay, and the gateway over both. Tests only. */
export async function openNativeBench({ url, authorityPem, ...settings }: NativeBenchOptions): Promise<NativeBench> {
  const standIn = await placeStandIn();
  const { hostname: host, port } = new URL(url);
  const now = (): number => Date.now();
  const relay = await startRelay({
    now,
    upstream: { host, port: Number(port) },
    extraAuthorityPem: authorityPem,
    ...settings.relay,
  });
  const helpers = createHelperPool({
    program: await buildHelper(),
    library: standIn.path,
    pinnedHashes: [standIn.sha256],
    ...settings.helpers,
  });
  const gateway = createNativeFinanceGateway({ helpers, relay, limits: createCallLimits(now), timeoutSeconds: 3 });
  return {
    gateway,
    standIn,
    relay,
    helpers,
    async close() {
      await helpers.close();
      await relay.close();
      await standIn[Symbol.asyncDispose]();
    },
  };
}
