export * from './parse/index.ts';
export * from './page/index.ts';
export { groupCalls, type Call, type CallKind, type CallMessage } from './calls/group-calls.ts';
export * from './finance/index.ts';
export { createCallLimits, type CallLimits } from './limits/index.ts';
export * from './callbacks/index.ts';
export * from './contacts/index.ts';
