import { FaultError, type CorpCredentials, type FinanceGateway } from '@highwater/domain';
import type { CallFamily } from '../limits/call-families.ts';
import type { CallLimits } from '../limits/create-call-limits.ts';
import { noteAnswer } from '../limits/note-answer.ts';
import { throttled, waitForCall } from '../limits/wait-for-call.ts';
import type { HelperAnswer, HelperLease, HelperPool, HelperProxy } from '../native/lease-helper.ts';
import { readPage } from '../page/read-page.ts';
import type { Egress } from '../relay/egress.ts';
import type { RelayNotes } from '../relay/relay-pass.ts';
import type { Relay } from '../relay/start-relay.ts';
import { faultOfReturnCode } from './fault-of-return-code.ts';
import { isFullPage } from './is-full-page.ts';
import { findErrcode, TOKEN_REFUSALS } from './is-token-refused.ts';
import { BEHIND_ALL_MESSAGES, checkPageLimit } from './page-request.ts';
import { readShardIndex } from './shard-index.ts';

export interface NativeGatewayOptions {
  readonly helpers: Pick<HelperPool, 'lease'>;
  readonly relay: Pick<Relay, 'admit'>;
  readonly limits: CallLimits;
  /** Per HTTP request of the library: a call that also fetches a token can take twice as long. */
  readonly timeoutSeconds: number;
  /** The way out of a corp's calls; straight from this machine unless given. */
  readonly egressOf?: (corpId: string) => Egress;
}

type LibraryUse = (lease: HelperLease, proxy: HelperProxy) => Promise<HelperAnswer>;

interface Heard {
  readonly answer: HelperAnswer;
  readonly notes: Readonly<RelayNotes>;
  /** WeCom's errcode for the data call; 0 when it gave none. */
  readonly errcode: number;
}

/** The vendor's library, each corp in a helper process of its own whose only network is the relay. */
export function createNativeFinanceGateway(options: NativeGatewayOptions): FinanceGateway {
  const { helpers, relay, limits, timeoutSeconds, egressOf = () => ({ kind: 'direct' }) } = options;

  /** One call with one handle. A handle whose token was refused is thrown away: the library would keep the token. */
  async function callOnce(corp: CorpCredentials, family: CallFamily, use: LibraryUse): Promise<Heard> {
    await waitForCall(limits, corp.corpId, family);
    const lease = await helpers.lease(corp);
    const pass = relay.admit({ corpId: corp.corpId, egress: egressOf(corp.corpId), limits });
    let isSpent = true;
    try {
      const answer = await use(lease, pass.proxy);
      const errcode = pass.notes.refusal?.errcode ?? (answer.code === 0 ? findErrcode(answer.bytes) : 0);
      isSpent = TOKEN_REFUSALS.has(errcode);
      return { answer, notes: { ...pass.notes }, errcode };
    } finally {
      pass.end();
      if (isSpent) lease.discard();
      else lease.end();
    }
  }

  /** Repeated once with a new handle, and so with a new token, when the token was refused. */
  async function call(corp: CorpCredentials, family: CallFamily, use: LibraryUse): Promise<Heard> {
    const first = await callOnce(corp, family, use);
    const heard = TOKEN_REFUSALS.has(first.errcode) ? await callOnce(corp, family, use) : first;
    const pause = noteAnswer(limits, corp.corpId, family, heard.errcode);
    if (pause > 0) throw throttled(pause, heard.errcode);
    return heard;
  }

  async function fetchPage(corp: CorpCredentials, after: bigint, limit: number): Promise<Heard> {
    checkPageLimit(limit);
    const heard = await call(corp, 'page', (lease, proxy) => lease.chat(after, limit, proxy, timeoutSeconds));
    if (heard.answer.code !== 0) throw faultOfReturnCode(heard.answer.code, 'page', heard.notes);
    if (isFullPage(heard.answer.bytes, limit)) limits.giveBack(corp.corpId, 'page');
    return heard;
  }

  return {
    async probe(corp) {
      let heard = await fetchPage(corp, BEHIND_ALL_MESSAGES, 1);
      if (!heard.notes.tokenAsked) {
        // A kept token proves nothing about the secret of today.
        (await helpers.lease(corp)).discard();
        heard = await fetchPage(corp, BEHIND_ALL_MESSAGES, 1);
      }
      readPage(heard.answer.bytes);
    },
    fetchPage: async (corp, after, limit) => (await fetchPage(corp, after, limit)).answer.bytes,
    async fetchShard(corp, sdkfileid, index) {
      readShardIndex(index);
      if (sdkfileid.trim() === '') throw new FaultError('media.bad_id');
      const { answer, notes } = await call(corp, 'media', (lease, proxy) =>
        lease.media(sdkfileid, index, proxy, timeoutSeconds),
      );
      if (answer.code !== 0) throw faultOfReturnCode(answer.code, 'media', notes);
      return { bytes: answer.bytes, nextIndex: answer.nextIndex, finished: answer.finished };
    },
    async openEnvelope(scope, encryptKey, encryptChatMsg) {
      // DecryptData takes no handle: the name only keeps one scope's texts out of another's process.
      const lease = await helpers.lease({ corpId: `scope-${scope}`, archiveSecret: 'none' });
      try {
        const answer = await lease.decrypt(encryptKey, encryptChatMsg);
        if (answer.code !== 0) throw faultOfReturnCode(answer.code, 'decrypt');
        return answer.bytes;
      } finally {
        lease.end();
      }
    },
  };
}
