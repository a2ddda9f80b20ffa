import type { TenantTx } from '../../index.ts';
import type * as db from '../../index.ts';
import type { SeededTenant } from './seed-tenant.ts';

type Exports = typeof db;
type Callable = (...values: never[]) => unknown;

/** Every exported function whose first argument is a tenant's transaction. */
export type TenantQuery = {
  [Name in keyof Exports]: Exports[Name] extends (tx: TenantTx, ...rest: never[]) => unknown
    ? Parameters<Exports[Name]> extends []
      ? never
      : Name
    : never;
}[keyof Exports];

/** Every other exported function or class. */
export type OtherExport = Exclude<
  {
    [Name in keyof Exports]: Exports[Name] extends Callable | (abstract new (...values: never[]) => unknown)
      ? Name
      : never;
  }[keyof Exports],
  TenantQuery
>;

export interface IsolationCase {
  /** Asks for, or tries to change, what the seeded tenant has; runs as a stranger and as its owner. */
  readonly run: (tx: TenantTx, seed: SeededTenant) => Promise<unknown>;
  /** What the stranger gets: nothing of the seeded tenant. The owner gets something else, or rows change. */
  readonly nothing: unknown;
  /** It reads and writes no row, for the owner neither. */
  readonly touchesNoRows?: true;
  /** The case itself names a tenant that is not its own, so only row-level security stands in its way. */
  readonly needsRls?: true;
}

export type Cases<Name extends TenantQuery = TenantQuery> = Readonly<Record<Name, IsolationCase>>;

/** What a query that was refused gives instead of a result: PostgreSQL's code, or the fault. */
export function refused(code: string): { refused: string } {
  return { refused: code };
}
/** A row of another tenant that a foreign key names is not there. */
export const NO_SUCH_ROW = refused('23503');
