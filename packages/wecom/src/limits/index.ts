export type { Budget, CallFamily } from './call-families.ts';
export { createCallLimits, NO_LIMITS, type CallLimits } from './create-call-limits.ts';
export { waitForCall } from './wait-for-call.ts';
