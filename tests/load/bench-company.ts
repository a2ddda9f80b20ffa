import { connectSimulatedCorp, createVisitor, giveFurtherSecrets, type Visitor } from '@highwater/testkit';
import type { CallbackTarget, Corp } from '@highwater/wecom-simulator';
import type { FaultStage } from '../faults/fault-stage.ts';

/** A company on a stage, connected with its own corp. */
export interface BenchCompany {
  readonly owner: Visitor;
  readonly connectionId: string;
  readonly corp: Corp;
}

export async function makeBenchCompany(stage: FaultStage, name: string): Promise<BenchCompany> {
  const { urls } = stage.context;
  const owner = createVisitor(urls.portal, urls.api);
  const email = `${name.toLowerCase()}@bench.highwater.example`;
  await owner.signUp({ name: 'Owner', email, password: 'a long enough password' });
  await owner.post('/v1/me/companies', { name, zone: 'Asia/Shanghai', language: 'en' });
  const { corpId, connectionId } = await connectSimulatedCorp(owner, urls.simulator, { name, talking: false });
  const corp = stage.simulator.corps.find(corpId);
  if (corp === undefined) throw new Error('The corp is gone.');
  return { owner, connectionId, corp };
}

/** Gives the company's connection both further secrets; that of contacts belongs to a self-built app. */
export async function giveBenchSecrets(stage: FaultStage, { owner, connectionId, corp }: BenchCompany): Promise<void> {
  corp.setContactsKind('app');
  await giveFurtherSecrets(owner, stage.context.urls.simulator, { corpId: corp.corpId, connectionId });
}

/** No portal runs on a stage: the path is the same at the API. */
export async function makeBenchCallback(
  { context: { urls } }: FaultStage,
  { owner, connectionId }: BenchCompany,
): Promise<CallbackTarget> {
  const made = await owner.post<CallbackTarget>(`/v1/connections/${connectionId}/callback`);
  return { ...made, url: made.url.replace(urls.portal, urls.api) };
}
