import type { CorpSecret, SecretPurpose } from '@highwater/domain';
import { startSimulator, type Corp, type RunningSimulator } from '@highwater/wecom-simulator';
import { createCallLimits } from '../../limits/create-call-limits.ts';
import { createContactsGateway, type OpenContactsGateway } from '../create-contacts-gateway.ts';

/** A stand-in WeCom with one corp that trusts this machine, and a gateway in front of it. Tests only. */
export interface ContactsBench {
  readonly gateway: OpenContactsGateway;
  readonly simulator: RunningSimulator;
  readonly corp: Corp;
  secret(purpose: SecretPurpose): CorpSecret;
  /** WeCom's clock and the gateway's; waiting for a turn moves it on. */
  readonly clock: { now: number };
  [Symbol.asyncDispose](): Promise<void>;
}

export async function openContactsBench(): Promise<ContactsBench> {
  const clock = { now: Date.UTC(2026, 10, 20, 2) };
  const now = () => clock.now;
  const simulator = await startSimulator({ host: '127.0.0.1', port: 0, clock: { now }, talkEveryMs: 0 });
  const corp = simulator.corps.add({ name: '测试果品' });
  corp.setTrustedIps(['127.0.0.1']);
  const gateway = createContactsGateway({
    baseUrl: simulator.url,
    now,
    limits: createCallLimits(now),
    timeoutMs: 1000,
    wait: (ms) => Promise.resolve((clock.now += ms)),
  });
  return {
    gateway,
    simulator,
    corp,
    secret: (purpose) => ({ corpId: corp.corpId, purpose, secret: corp.secrets[purpose] }),
    clock,
    async [Symbol.asyncDispose]() {
      gateway.close();
      await simulator.stop();
    },
  };
}
