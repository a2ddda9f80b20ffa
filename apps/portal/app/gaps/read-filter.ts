import { FAULTS, type Fault } from '@highwater/domain';
import type { CoverageState, CoveredKind, EnrichmentView, GapFilter, ScopeGroup } from '../api/coverage.ts';
import { TONES } from './coverage-state.tsx';
import { ENRICHMENT_OF } from './kind-panel.tsx';
import { GROUPS } from './scope-panel.tsx';

const KINDS = Object.keys(ENRICHMENT_OF) as readonly CoveredKind[];
const STATES = Object.keys(TONES) as readonly CoverageState[];
const WORKS: readonly EnrichmentView['kind'][] = [
  ...Object.values(ENRICHMENT_OF),
  'departments',
  'permits',
  'consents',
  'tags',
];

type Get = (name: string) => string | null;

/** Which gaps an address means; undefined when it names no kind of a connection. */
export function readGap(get: Get): GapFilter | undefined {
  const connectionId = get('connectionId') ?? '';
  const kind = KINDS.find((each) => each === get('kind'));
  return connectionId === '' || kind === undefined ? undefined : { connectionId, kind, ...readCause(get) };
}

/** Which part of the archive's scope an address means. */
export function readGroup(get: Get): { connectionId: string; group: ScopeGroup } | undefined {
  const connectionId = get('connectionId') ?? '';
  const group = GROUPS.find((each) => each === get('group'));
  return connectionId === '' || group === undefined ? undefined : { connectionId, group };
}

/** What a form asks to look at again; undefined when it names no kind of enrichment. */
export function readRetry(get: Get) {
  const connectionId = get('connectionId') ?? '';
  const enrichment = WORKS.find((each) => each === get('enrichment'));
  if (connectionId === '' || enrichment === undefined) return undefined;
  const key = get('key') ?? '';
  return { connectionId, enrichment, ...(key === '' ? readCause(get) : { key }) };
}

function readCause(get: Get): Pick<GapFilter, 'state' | 'fault'> {
  const state = STATES.find((each) => each === get('state'));
  const fault = get('fault') ?? '';
  return {
    ...(state === undefined ? {} : { state }),
    ...(isFault(fault) ? { fault } : {}),
  };
}

export function isFault(text: string): text is Fault {
  return Object.hasOwn(FAULTS, text);
}
