import { askConsole, connectSimulatedCorp, createVisitor, waitUntil, type Visitor } from '@highwater/testkit';
import type { FailpointName } from '@highwater/domain';
import type { FaultWorld } from './fault-world.ts';

/** What goes on while processes die: a company talks and sends files, somebody searches, exports, plans and invites. */
export interface Life {
  readonly corpId: string;
  readonly connectionId: string;
  readonly owner: Visitor;
  /** Makes work that leads the worker past a place. Tried again while WeCom or the API is down; for at most a minute. */
  lead(place: FailpointName | 'worker'): Promise<void>;
  /** A search and a request to pull, whose answers may be lost. */
  ask(): Promise<void>;
  talk(messages: number): Promise<void>;
  /** Has WeCom spoil its next answers. */
  disturb(kind: keyof typeof SPOILT): Promise<void>;
  /** Refused or lost requests. */
  readonly lost: () => number;
}

const MESSAGES_PER_BREATH = 10;
/** Two shards and a half, and one that fits into one. */
const FILE_SIZES = [1_300_000, 30_000];
const MINUTE_MS = 60_000;

/** What WeCom's spoilt answers are asked for with. */
const SPOILT = {
  duplicates: { kind: 'duplicates' },
  redelivery: { kind: 'redelivery' },
  busy: { kind: 'errcode', errcode: -1 },
  garbled: { kind: 'garbled' },
} as const;

export async function beginLife(world: FaultWorld): Promise<Life> {
  const { urls } = world.context;
  const owner = createVisitor(urls.portal, urls.api);
  await owner.signUp({ name: 'Owner', email: 'owner@faults.highwater.example', password: 'a long enough password' });
  await owner.post('/v1/me/companies', { name: 'Faults Ltd', zone: 'Asia/Shanghai', language: 'en' });
  const { memberId } = await owner.get<{ memberId: string }>('/v1/me');
  const { corpId, connectionId } = await connectSimulatedCorp(owner, urls.simulator, {
    name: 'Faults Ltd',
    talking: false,
  });
  const ofCorp = <Answer>(method: string, path: string, body: object): Promise<Answer> =>
    askConsole<Answer>(urls.simulator, method, `/corps/${corpId}${path}`, body);
  let [files, guests, lost] = [0, 0, 0];

  const talk = async (messages: number): Promise<void> => {
    await ofCorp('POST', '/talk', { messages });
  };
  async function sendFiles(): Promise<void> {
    const messages: object[] = [];
    for (const size of FILE_SIZES) {
      files += 1;
      const ticket = await ofCorp<{ sdkfileid: string; md5sum: string; filesize: number }>('POST', '/media', {
        size,
        seed: `file ${files}`,
      });
      messages.push(imageMessage(`file${files}_${world.clock.now()}`, ticket, world.clock.now()));
    }
    await ofCorp('POST', '/messages', { messages });
  }
  async function meetSomebody(): Promise<void> {
    guests += 1;
    const [msgtime, from, roomid] = [world.clock.now(), `stranger${guests}`, `wrFaultsRoomOfStranger${guests}`];
    const message = { msgid: `${from}_${msgtime}`, action: 'send', from, tolist: ['lina'], roomid, msgtime };
    await ofCorp('POST', '/messages', { messages: [{ ...message, msgtype: 'text', text: { content: '你好' } }] });
  }
  async function planExport(): Promise<void> {
    const now = world.clock.now();
    const next = Math.ceil((now + 1000) / MINUTE_MS) * MINUTE_MS;
    const timeOfDay = new Date(next).toISOString().slice(11, 16);
    await owner.post('/v1/export-schedules', { name: `Plan ${next}`, timeOfDay, zone: 'UTC', recipients: [memberId] });
    // Its hour has come.
    world.clock.advance(next + 1000 - now);
  }
  async function invite(): Promise<void> {
    guests += 1;
    const email = `guest${guests}@faults.highwater.example`;
    await owner.post('/v1/invitations', { email, role: 'admin', employees: [], language: 'en' });
  }
  const exportRecent = (): Promise<unknown> =>
    owner.post('/v1/exports', { kinds: ['text', 'image'], from: world.clock.now() - 2 * MINUTE_MS });

  await talk(100);
  await owner.post(`/v1/connections/${connectionId}/pull`);
  await waitUntil('the first messages are stored', async () => {
    const { storedMessages } = await owner.get<{ storedMessages: number }>('/v1/overview');
    return storedMessages > 0;
  });

  return {
    corpId,
    connectionId,
    owner,
    talk,
    lost: () => lost,
    lead: (place) =>
      insist(() => {
        if (place.startsWith('media.') || place.startsWith('copies.')) return sendFiles();
        // Somebody and a room that were never seen before are looked at.
        if (place.startsWith('enrich.')) return meetSomebody();
        if (place.startsWith('index.')) return owner.post('/v1/index/rebuild');
        if (place.startsWith('export.')) return exportRecent();
        if (place.startsWith('schedule.')) return planExport();
        if (place.startsWith('mail.')) return invite();
        return talk(MESSAGES_PER_BREATH);
      }),
    async ask() {
      const requests = [
        owner.get(`/v1/messages/search?q=${encodeURIComponent('今天')}`),
        owner.post(`/v1/connections/${connectionId}/pull`),
      ];
      lost += (await Promise.allSettled(requests)).filter(({ status }) => status === 'rejected').length;
    },
    disturb: (kind) => insist(() => ofCorp('POST', '/faults', { on: 'chat', times: 1, ...SPOILT[kind] })),
  };
}

const PATIENCE_MS = 60_000;

/** Until it is answered: what is asked may be killed at any moment. Done twice is as good as once. */
async function insist(work: () => Promise<unknown>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      await work();
      return;
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function imageMessage(
  msgid: string,
  image: { sdkfileid: string; md5sum: string; filesize: number },
  msgtime: number,
): object {
  return { msgid, action: 'send', from: 'wangqiang', tolist: ['lina'], roomid: '', msgtime, msgtype: 'image', image };
}
