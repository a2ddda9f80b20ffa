import { generateKeyPairSync } from 'node:crypto';
import type { CorpCredentials, FinanceGateway } from '@highwater/domain';
import { startSimulator, type Corp, type NewCorp, type RunningSimulator } from '@highwater/wecom-simulator';

/** A stand-in WeCom with one corp that trusts this machine, and the gateway under test in front of it. */
export interface ContractBench {
  readonly gateway: FinanceGateway;
  readonly simulator: RunningSimulator;
  readonly corp: Corp;
  readonly credentials: CorpCredentials;
  /** WeCom's clock, not the gateway's. */
  readonly clock: { now: number };
  [Symbol.asyncDispose](): Promise<void>;
}

export interface OpenGateway {
  readonly gateway: FinanceGateway;
  close(): Promise<void>;
}

export interface Adapter {
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Connects a new gateway; a request of its may take one second. */
  open(simulator: RunningSimulator): Promise<OpenGateway>;
}

const publicKeyPem = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .publicKey.export({ type: 'spki', format: 'pem' })
  .toString();

export async function openContractBench(adapter: Adapter, newCorp: NewCorp = {}): Promise<ContractBench> {
  const clock = { now: Date.UTC(2026, 10, 20, 2) };
  const simulator = await startSimulator({
    host: '127.0.0.1',
    port: 0,
    clock: { now: () => clock.now },
    talkEveryMs: 0,
    ...(adapter.tls === undefined ? {} : { tls: adapter.tls }),
  });
  const corp = simulator.corps.add({ name: '测试果品', ...newCorp });
  corp.setTrustedIps(['127.0.0.1']);
  corp.addPublicKey(publicKeyPem);
  const { gateway, close } = await adapter.open(simulator);
  return {
    gateway,
    simulator,
    corp,
    credentials: { corpId: corp.corpId, archiveSecret: corp.archiveSecret },
    clock,
    async [Symbol.asyncDispose]() {
      await close();
      await simulator.stop();
    },
  };
}
