import type { FinanceConfig, WorkerConfig } from '@highwater/config';
import { FaultError, type Clock, type Fault, type FinanceGateway } from '@highwater/domain';
import { createCallLimits, createNativeFinanceGateway, createSimulatorFinanceGateway } from '@highwater/wecom';
import { createHelperPool, findHelper, startRelay } from '@highwater/wecom/library';

/** WeCom's own answers come within a second; a shard of a large file takes longer. Per HTTP request. */
const WECOM_TIMEOUT_SECONDS = 20;

export interface Finance {
  readonly gateway: FinanceGateway;
  /** Ends the helpers and the relay, where there are any. */
  close(): Promise<void>;
}

export type FinanceSettings = Pick<WorkerConfig, 'finance' | 'wecomSimulatorUrl'>;

/** The way to WeCom that the settings name: its stand-in, the vendor's library, or none. */
export async function createFinance(config: FinanceSettings, clock: Clock): Promise<Finance> {
  if (config.finance !== undefined) return openLibrary(config.finance, clock);
  const { wecomSimulatorUrl: baseUrl } = config;
  if (baseUrl === undefined) return noWay('wecom.unreachable');
  const limits = createCallLimits(clock.now);
  const timeoutMs = WECOM_TIMEOUT_SECONDS * 1000;
  const gateway = createSimulatorFinanceGateway({ baseUrl, timeoutMs, now: clock.now, limits });
  return { gateway, close: () => Promise.resolve() };
}

async function openLibrary(config: FinanceConfig, clock: Clock): Promise<Finance> {
  const program = config.helper ?? findHelper();
  // `npm run highwater -- doctor` tells the library that is not there from the helper that is not compiled.
  if (program === undefined) return noWay('library.missing');
  const { library, pinnedHashes, user, extraAuthorityPem, upstream } = config;
  const relay = await startRelay({
    now: () => clock.now(),
    ...(extraAuthorityPem === undefined ? {} : { extraAuthorityPem }),
    ...(upstream === undefined ? {} : { upstream }),
  });
  const helpers = createHelperPool({ program, library, pinnedHashes, ...(user === undefined ? {} : { user }) });
  const way = config.egress.get('default') ?? { kind: 'direct' };
  const gateway = createNativeFinanceGateway({
    helpers,
    relay,
    limits: createCallLimits(clock.now),
    timeoutSeconds: WECOM_TIMEOUT_SECONDS,
    egressOf: () => way,
  });
  return {
    gateway,
    async close() {
      await helpers.close();
      await relay.close();
    },
  };
}

/** Every call says that there is no way to WeCom and why; the tenant sees it as a finding. */
function noWay(fault: Fault): Finance {
  const refuse = (): Promise<never> => Promise.reject(new FaultError(fault));
  return {
    gateway: { probe: refuse, fetchPage: refuse, fetchShard: refuse },
    close: () => Promise.resolve(),
  };
}
