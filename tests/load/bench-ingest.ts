import { connectSimulatedCorp, createVisitor, waitUntil } from '@highwater/testkit';
import { setFaultStage } from '../faults/fault-stage.ts';
import { createApiVictim, createWorkerVictim } from '../faults/victims.ts';

export interface IngestFigures {
  readonly messages: number;
  readonly seconds: number;
  /** From the request to pull until the last message can be found and read. */
  readonly messagesPerSecond: number;
  /** RSA-2048 decryptions that two threads of this machine did in a second, measured in the same run: the ceiling. */
  readonly rsaPerSecond: number;
  readonly ratio: number;
  readonly seed: number;
  readonly holds: boolean;
}

/** What the ingest is held to, against the ceiling of the same run: a fifth of what RSA alone allows (measured: 0.24). */
const LEAST_RATIO = 0.2;

/** A company's history pulled, opened, indexed and readable, through the real processes and the simulated WeCom. */
export async function benchIngest(
  messages: number,
  seed: number,
  rsaPerSecond: () => Promise<number>,
): Promise<IngestFigures> {
  const stage = await setFaultStage();
  const [api, worker] = [createApiVictim(stage), createWorkerVictim(stage, 'apps/worker/src/main.ts')];
  try {
    const ceiling = await rsaPerSecond();
    await Promise.all([api.start(), worker.start()]);
    const { urls } = stage.context;
    const owner = createVisitor(urls.portal, urls.api);
    await owner.signUp({ name: 'Owner', email: 'owner@bench.highwater.example', password: 'a long enough password' });
    await owner.post('/v1/me/companies', { name: 'Bench Ltd', zone: 'Asia/Shanghai', language: 'en' });
    const { corpId, connectionId } = await connectSimulatedCorp(owner, urls.simulator, {
      name: 'Bench',
      talking: false,
    });
    const corp = stage.simulator.corps.find(corpId);
    if (corp === undefined) throw new Error('The corp is gone.');
    corp.archive(composeTexts(messages, seed));

    const begun = performance.now();
    await owner.post(`/v1/connections/${connectionId}/pull`);
    await waitUntil(
      'every message is readable',
      async () => (await owner.get<{ storedMessages: number }>('/v1/overview')).storedMessages >= messages,
      { seconds: 600, everyMs: 100 },
    );
    const seconds = (performance.now() - begun) / 1000;
    const messagesPerSecond = Math.round(messages / seconds);
    const ratio = Number((messagesPerSecond / ceiling).toFixed(2));
    return {
      messages,
      seconds: Number(seconds.toFixed(1)),
      messagesPerSecond,
      rsaPerSecond: Math.round(ceiling),
      ratio,
      seed,
      holds: ratio >= LEAST_RATIO,
    };
  } finally {
    await Promise.all([worker.kill(), api.kill()]);
    await stage.close();
  }
}

/** Texts between five employees and forty customers, a message a second. */
function composeTexts(messages: number, seed: number): Buffer[] {
  const from = Date.now() - messages * 1000;
  return Array.from({ length: messages }, (_, at) => {
    const customer = `wmBENCH${String((at * 7 + seed) % 40).padStart(25, 'A')}`;
    const employee = `employee${(at + seed) % 5}`;
    const text = `第 ${at} 条：报价单已经发到群里，请今天下午四点前确认数量和送货地址。`;
    return Buffer.from(
      JSON.stringify({
        msgid: `${seed}${at}_${from + at * 1000}_external`,
        action: 'send',
        from: at % 2 === 0 ? employee : customer,
        tolist: [at % 2 === 0 ? customer : employee],
        roomid: '',
        msgtime: from + at * 1000,
        msgtype: 'text',
        text: { content: text },
      }),
    );
  });
}
