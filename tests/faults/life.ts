import { connectSimulatedCorp, createVisitor, waitUntil, type Visitor } from '@highwater/testkit';
import type { FaultStage } from './fault-stage.ts';

/** What goes on while processes die: a company talks, somebody searches and asks for exports. */
export interface Life {
  readonly corpId: string;
  readonly tenantName: string;
  /** One breath: new messages, a pull, a search and, when wanted, an export. Refusals are expected; answers may be lost. */
  breathe(wanted?: { export: boolean }): Promise<void>;
  /** Exports whose request was answered. */
  readonly exportIds: readonly string[];
  /** Refused or lost requests. */
  readonly lost: () => number;
}

const MESSAGES_PER_BREATH = 30;

export async function beginLife(stage: FaultStage): Promise<Life> {
  const { context } = stage;
  const tenantName = 'Faults Ltd';
  const owner = createVisitor(context.urls.portal, context.urls.api);
  await owner.signUp({ name: 'Owner', email: 'owner@faults.highwater.example', password: 'a long enough password' });
  await owner.post('/v1/me/companies', { name: tenantName, zone: 'Asia/Shanghai', language: 'en' });
  const { corpId, connectionId } = await connectSimulatedCorp(owner, context.urls.simulator, {
    name: tenantName,
    talking: false,
  });
  await talk(stage, corpId, 300);
  await owner.post(`/v1/connections/${connectionId}/pull`);
  await waitUntil('the first messages are stored', async () => {
    const { storedMessages } = await owner.get<{ storedMessages: number }>('/v1/overview');
    return storedMessages > 0;
  });

  const exportIds: string[] = [];
  let lost = 0;
  const attempt = async (work: (visitor: Visitor) => Promise<void>): Promise<void> => {
    try {
      await work(owner);
    } catch {
      lost += 1;
    }
  };
  return {
    corpId,
    tenantName,
    exportIds,
    lost: () => lost,
    async breathe(wanted = { export: false }) {
      await talk(stage, corpId, MESSAGES_PER_BREATH);
      await attempt(async (visitor) => {
        await visitor.post(`/v1/connections/${connectionId}/pull`);
      });
      await attempt(async (visitor) => {
        await visitor.get(`/v1/messages/search?q=${encodeURIComponent('今天')}`);
      });
      if (!wanted.export) return;
      await attempt(async (visitor) => {
        const { exportId } = await visitor.post<{ exportId: string }>('/v1/exports', { kinds: ['text', 'image'] });
        exportIds.push(exportId);
      });
    },
  };
}

async function talk(stage: FaultStage, corpId: string, messages: number): Promise<void> {
  const response = await fetch(`${stage.context.urls.simulator}/console/api/corps/${corpId}/talk`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ messages }),
  });
  if (!response.ok) throw new Error(`The simulator did not talk: ${response.status}`);
  await response.arrayBuffer();
}
