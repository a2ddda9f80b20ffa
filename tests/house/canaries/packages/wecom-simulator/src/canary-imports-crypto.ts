// Planted: the simulator has its own sealing code.
export { canary } from '../../crypto/src/canary.ts';
