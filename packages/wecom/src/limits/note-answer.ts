import type { CallFamily } from './call-families.ts';
import type { CallLimits } from './create-call-limits.ts';

const REFUSED_FOR_FREQUENCY = new Set([45009, 45033]);

/** Tells the limits what WeCom answered to a call. Returns the pause in milliseconds that a refusal began, else 0. */
export function noteAnswer(limits: CallLimits, corpId: string, family: CallFamily, errcode: number): number {
  if (REFUSED_FOR_FREQUENCY.has(errcode)) return limits.block(corpId, family, errcode);
  limits.accept(corpId, family);
  return 0;
}
