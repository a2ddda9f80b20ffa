import {
  countCoverage,
  countScope,
  inTenant,
  listConnections,
  listConnectionSecrets,
  listEnrichmentStates,
  type ConnectionRow,
  type ConnectionSecretRow,
  type CoverageGroup,
  type EnrichmentStateRow,
  type ScopeCounts,
} from '@highwater/db';
import { ENRICHMENT_KINDS, type EnrichmentKind } from '@highwater/domain';
import { authorise } from '../verbs/authorise.ts';
import { seesNames } from './list-incomplete.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

export const getCoverageInput = {};

const KINDS = ['employee', 'external_contact', 'robot', 'room'] as const;
const FURTHER = ['customer_contact', 'contacts'] as const;
const NOBODY = { editions: [], talking: 0, silent: 0, outside: 0, formerly: 0, left: 0 };

/** Of whom and what names and records are complete, of which not and why, what waits, and who is in the archive's scope. */
export async function getCoverage(ctx: VerbContext, raw: RawInput) {
  const member = authorise(ctx, 'see_completeness');
  parseInput(getCoverageInput, raw);
  const at = ctx.deps.clock.now();
  return inTenant(ctx.deps.database, member.tenantId, async (tx) => {
    const [groups, states] = [await countCoverage(tx, at), await listEnrichmentStates(tx)];
    const [secrets, scopes] = [await listConnectionSecrets(tx), await countScope(tx)];
    const connections = await listConnections(tx);
    return {
      at,
      seesNames: seesNames(member),
      connections: connections.map((connection) => {
        const own = <Row extends { readonly connectionId: string }>(rows: readonly Row[]): Row[] =>
          rows.filter(({ connectionId }) => connectionId === connection.connectionId);
        return {
          connectionId: connection.connectionId,
          corpId: connection.corpId,
          name: connection.name,
          kinds: KINDS.map((kind) => viewKind(kind, own(groups))),
          enrichments: viewEnrichments(own(states), own(groups)),
          secrets: viewSecrets(connection, own(secrets)),
          scope: viewScope(own(scopes)[0], own(states)),
        };
      }),
    };
  });
}

function viewKind(kind: (typeof KINDS)[number], groups: readonly CoverageGroup[]) {
  const own = groups.filter((group) => group.kind === kind);
  const sum = (rows: readonly CoverageGroup[], of: 'count' | 'due'): number =>
    rows.reduce((total, row) => total + row[of], 0);
  const gaps = own.filter(({ state }) => state !== 'complete');
  return {
    kind,
    total: sum(own, 'count'),
    complete: sum(own, 'count') - sum(gaps, 'count'),
    due: sum(own, 'due'),
    gaps,
  };
}

const ONE_BY_ONE: ReadonlyMap<EnrichmentKind, CoverageGroup['kind']> = new Map([
  ['employees', 'employee'],
  ['external_contacts', 'external_contact'],
  ['robots', 'robot'],
  ['rooms', 'room'],
]);

/** Every kind. What is looked at one by one goes on when the first of it is due, and not before what stopped it is over. */
function viewEnrichments(states: readonly EnrichmentStateRow[], groups: readonly CoverageGroup[]) {
  return ENRICHMENT_KINDS.map((kind) => {
    const state = states.find((row) => row.kind === kind);
    if (state === undefined) {
      const never = { lastRunAt: null, lastWholeAt: null, fault: null, stoppedSince: null, nextRunAt: null };
      return { kind, params: {}, ...never };
    }
    const covered = ONE_BY_ONE.get(kind);
    if (covered === undefined) return { ...state, params: state.detail };
    const looks = groups.flatMap((group) => (group.kind === covered ? (group.nextLookAt ?? []) : []));
    const nextRunAt = looks.length === 0 ? null : Math.max(state.nextRunAt, Math.min(...looks));
    return { ...state, params: state.detail, nextRunAt };
  });
}

/** The archive's secret was proven when the connection was made; the others may be missing. */
function viewSecrets(connection: ConnectionRow, secrets: readonly ConnectionSecretRow[]) {
  const archive = { purpose: 'archive', state: 'accepted', fault: null, setAt: connection.secretSetAt } as const;
  const further = FURTHER.map((purpose) => {
    const found = secrets.find((row) => row.purpose === purpose);
    return found ?? ({ purpose, state: 'missing', fault: 'secret.missing', setAt: null, checkedAt: null } as const);
  });
  return [{ ...archive, checkedAt: null }, ...further];
}

function viewScope(counts: ScopeCounts | undefined, states: readonly EnrichmentStateRow[]) {
  const permits = states.find(({ kind }) => kind === 'permits');
  return { ...NOBODY, ...counts, knownAt: permits?.lastWholeAt ?? null };
}
