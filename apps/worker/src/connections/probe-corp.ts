import type { ConnectionCheck } from '@highwater/db';
import {
  FAULTS,
  FaultError,
  type CorpCredentials,
  type Fault,
  type FaultDetail,
  type FinanceGateway,
} from '@highwater/domain';
import { faultOfArchiveCall } from '../pull/fault-of-archive-call.ts';

/** What a probe says about credentials and address. `proven` when WeCom accepted corp ID and secret. */
export interface ProbeResult {
  readonly proven: boolean;
  readonly refusal: { readonly fault: Fault; readonly detail: FaultDetail } | null;
  readonly checks: readonly ConnectionCheck[];
}

const PASSED = { state: 'passed', fault: null, detail: {} } as const;

/** Asks WeCom once. Faults are results here; anything else is thrown. */
export async function probeCorp(finance: FinanceGateway, corp: CorpCredentials): Promise<ProbeResult> {
  try {
    await finance.probe(corp);
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    const { fault, detail } = faultOfArchiveCall(error);
    return explain(fault, detail);
  }
  const checks: ConnectionCheck[] = [
    { step: 'credentials', ...PASSED },
    { step: 'address', ...PASSED },
  ];
  return { proven: true, refusal: null, checks };
}

function explain(fault: Fault, detail: FaultDetail): ProbeResult {
  const refusal = { fault, detail };
  if (fault === 'ip.untrusted') {
    // WeCom looks at the address after it has accepted corp ID and secret.
    const checks: ConnectionCheck[] = [
      { step: 'credentials', ...PASSED },
      { step: 'address', state: 'failed', fault, detail },
    ];
    return { proven: true, refusal, checks };
  }
  // A fault that passes by itself says nothing about what was typed.
  const state = FAULTS[fault].retry ? 'waiting' : 'failed';
  const checks: ConnectionCheck[] = [
    { step: 'credentials', state, fault, detail },
    { step: 'address', state: 'waiting', fault: null, detail: {} },
  ];
  return { proven: false, refusal, checks };
}
