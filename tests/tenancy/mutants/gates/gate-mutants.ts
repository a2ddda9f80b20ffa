import { listGates, type Gate } from './find-gates.ts';

/** Of a request: which gate is wrong for it, and how. */
export const GATE_HEADER = 'test-gate';
/** Of an answer: the gates that the request came to. */
export const HITS_HEADER = 'test-gates';

/**
 * `open`: nobody is refused. `everywhere`: what is let through reaches every message. `weaker`: a lesser right is enough.
 * `unasked`: nobody asks for a reason.
 */
export type GateMutantKind = 'open' | 'everywhere' | 'weaker' | 'unasked';

export interface GateMutant {
  readonly name: string;
  readonly gate: Gate;
  readonly kind: GateMutantKind;
}

/** The right that is asked for in place of another: one that somebody has who lacks the other. */
export const WEAKER: Readonly<Record<string, string>> = {
  view: 'bill',
  search: 'view',
  export: 'view',
  hold: 'view',
  connect: 'bill',
  schedule: 'export',
  invite: 'bill',
  see_members: 'view',
  see_audit: 'view',
  see_completeness: 'view',
  read_searches: 'see_audit',
  manage_roles: 'see_members',
  manage_keys: 'bill',
  manage_identity: 'bill',
  bill: 'view',
};

const OF_MESSAGES: ReadonlySet<string> = new Set(['view', 'search', 'export', 'hold']);

/** Every gate of the source, made wrong in every way that there is. */
export function listGateMutants(gates: readonly Gate[] = listGates()): readonly GateMutant[] {
  return gates.flatMap((gate) =>
    kindsOf(gate).map((kind) => ({
      gate,
      kind,
      name: `${gate.id} ${gate.gate}${gate.action === null ? '' : ` ${gate.action}`}: ${kind}`,
    })),
  );
}

function kindsOf({ gate, action, usesAccess, opensContent }: Gate): readonly GateMutantKind[] {
  if (gate !== 'authorise') return ['open'];
  const ofMessages = action !== null && OF_MESSAGES.has(action);
  return [
    'open',
    'weaker',
    ...(ofMessages && usesAccess ? (['everywhere'] as const) : []),
    ...(ofMessages && opensContent ? (['unasked'] as const) : []),
  ];
}
