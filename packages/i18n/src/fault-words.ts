import type { Fault } from '@highwater/domain';

/** `title` says what happened and to what, `cure` what to do about it. */
export interface FaultWords {
  readonly title: string;
  readonly cure: string;
}

/** Words for every fault: a missing or a surplus entry does not type-check. */
export type AllFaultWords = { readonly [F in Fault]: FaultWords };
