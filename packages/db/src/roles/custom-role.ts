import type { Action, Reach } from '@highwater/domain';

/** A role that a company made itself. */
export interface CustomRole {
  readonly roleId: string;
  readonly name: string;
  readonly actions: readonly Action[];
  readonly reach: Reach;
}
