import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import {
  FaultError,
  type CorpCredentials,
  type Fault,
  type FaultDetail,
  type FinanceGateway,
  type MediaShard,
  type Seq,
} from '@highwater/domain';
import { createNoise, sealEnvelope } from '@highwater/wecom-simulator';

const SHARD_BYTES = 524_288;

/** A WeCom of one corp in memory, sealing with the simulator's code; what it answers can be spoiled. */
export class FakeFinance implements FinanceGateway {
  corpId = 'ww1234567890abcdef';
  readonly archiveSecret = 'a-secret-of-the-archive-that-works';
  readonly envelopes: { readonly seq: Seq; readonly json: string }[] = [];
  readonly files = new Map<string, { bytes: Uint8Array; gone?: Fault }>();
  /** Thrown by the next calls of any kind, one each. */
  readonly faults: { fault: Fault; detail?: FaultDetail }[] = [];
  /** Given by the next page calls instead of a page, one each. */
  readonly answers: (string | Uint8Array)[] = [];
  pageCalls = 0;
  /** How often each shard was answered, by `sdkfileid` and index. */
  readonly shardsAnswered = new Map<string, number>();
  /** Called before each shard is answered; a test may wait there. */
  beforeShard: (sdkfileid: string, index: string) => Promise<void> | void = () => undefined;

  /** Adds messages with the next numbers (or from `seq`), sealed for `publicPem` under `version`. Returns their seqs. */
  archive(
    plaintexts: readonly (string | Uint8Array)[],
    key: { readonly publicPem: string; readonly version: number },
    options: { readonly seq?: Seq; readonly msgid?: string } = {},
  ): Seq[] {
    const publicKey = createPublicKey(key.publicPem);
    let seq = options.seq ?? (this.envelopes.at(-1)?.seq ?? 0n) + 1n;
    return plaintexts.map((plaintext) => {
      const bytes = typeof plaintext === 'string' ? Buffer.from(plaintext) : plaintext;
      this.envelopes.push({ seq, json: envelopeJson(seq, bytes, publicKey, key.version, options.msgid) });
      return seq++;
    });
  }

  page(after: Seq, limit: number): string {
    const chatdata = this.envelopes.filter((envelope) => envelope.seq > after).slice(0, limit);
    return `{"errcode":0,"errmsg":"ok","chatdata":[${chatdata.map((envelope) => envelope.json).join(',')}]}`;
  }

  async probe(corp: CorpCredentials): Promise<void> {
    this.admit(corp);
  }

  async fetchPage(corp: CorpCredentials, after: Seq, limit: number): Promise<Uint8Array> {
    this.pageCalls += 1;
    this.admit(corp);
    const answer = this.answers.shift() ?? this.page(after, limit);
    return typeof answer === 'string' ? Buffer.from(answer) : answer;
  }

  async fetchShard(corp: CorpCredentials, sdkfileid: string, index: string): Promise<MediaShard> {
    await this.beforeShard(sdkfileid, index);
    this.admit(corp);
    const file = this.files.get(sdkfileid);
    if (file === undefined) throw new FaultError('media.bad_id');
    if (file.gone !== undefined) throw new FaultError(file.gone);
    const start = index === '' ? 0 : Number(index);
    const asked = `${sdkfileid} ${index}`;
    this.shardsAnswered.set(asked, (this.shardsAnswered.get(asked) ?? 0) + 1);
    const end = Math.min(start + SHARD_BYTES, file.bytes.length);
    const finished = end === file.bytes.length;
    return { bytes: file.bytes.subarray(start, end), nextIndex: finished ? '' : String(end), finished };
  }

  private admit(corp: CorpCredentials): void {
    if (corp.corpId !== this.corpId) throw new FaultError('corp_id.wrong');
    if (corp.archiveSecret !== this.archiveSecret) throw new FaultError('secret.wrong');
    const planned = this.faults.shift();
    if (planned !== undefined) throw new FaultError(planned.fault, planned.detail ? { detail: planned.detail } : {});
  }
}

function envelopeJson(seq: Seq, plaintext: Uint8Array, publicKey: KeyObject, version: number, msgid?: string): string {
  const noise = createNoise(createHash('sha256').update(`${seq} ${version} `).update(plaintext).digest());
  const sealed = sealEnvelope({ plaintext, publicKey, noise });
  const id = msgid ?? /"msgid":\s*"([^"]*)"/.exec(Buffer.from(plaintext).toString('utf8'))?.[1] ?? '';
  return `{"seq":${seq},"msgid":${JSON.stringify(id)},"publickey_ver":${version},"encrypt_random_key":${JSON.stringify(
    sealed.encryptRandomKey,
  )},"encrypt_chat_msg":${JSON.stringify(sealed.encryptChatMsg)}}`;
}
