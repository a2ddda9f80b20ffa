/** The checks that stand between a mutant and its survival; the tests of the same names run them on the real catalogue. */
export const COVERING_TESTS = {
  roles: 'no role has power over the server, owns or creates anything',
  tables: 'every table keeps its tenants apart by its declarations',
  rights: 'every role has the rights that were decided, no more and no fewer',
  rows: 'the rows of every table are reached by their tenant and by nobody else',
} as const;
export type CoveringTest = keyof typeof COVERING_TESTS;

/** One thing of the catalogue made wrong. */
export interface Mutant {
  /** What is wrong, as a person reads it; names it. */
  readonly name: string;
  readonly kind: string;
  /** What makes it so, as superuser. */
  readonly sql: string;
  /** Each of them must notice it; one that does not lets the mutant survive. */
  readonly coveredBy: readonly CoveringTest[];
  /** The table whose rows show it. */
  readonly table: string | null;
  /** The role whose rights show it. */
  readonly role: string | null;
}
