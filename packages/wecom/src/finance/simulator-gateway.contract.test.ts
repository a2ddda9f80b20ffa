import { createCallLimits } from '../limits/create-call-limits.ts';
import { createSimulatorFinanceGateway } from './create-simulator-finance-gateway.ts';
import { describeFinanceContract } from './testing/finance-contract.ts';

const now = (): number => Date.now();

describeFinanceContract('the simulator’s adapter', {
  open: ({ url }) =>
    Promise.resolve({
      gateway: createSimulatorFinanceGateway({ baseUrl: url, timeoutMs: 3000, now, limits: createCallLimits(now) }),
      close: () => Promise.resolve(),
    }),
});
