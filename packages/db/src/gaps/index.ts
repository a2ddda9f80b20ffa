export { countCoverage, type CoveredKind, type CoverageGroup } from './count-coverage.ts';
export { listIncomplete, type IncompleteFilter, type IncompleteRow } from './list-incomplete.ts';
export { listEnrichmentStates, type EnrichmentStateRow } from './list-enrichment-states.ts';
export {
  countScope,
  listScope,
  type Edition,
  type ScopeCounts,
  type ScopedPerson,
  type ScopeGroup,
} from './archive-scope.ts';
