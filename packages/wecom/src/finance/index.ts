export { checkArchiveSecret } from './check-archive-secret.ts';
export { checkCorpId } from './check-corp-id.ts';
export { createSimulatorFinanceGateway } from './create-simulator-finance-gateway.ts';
export type { SimulatorOptions } from './create-simulator-finance-gateway.ts';
export { createNativeFinanceGateway } from './create-native-finance-gateway.ts';
export type { NativeGatewayOptions } from './create-native-finance-gateway.ts';
