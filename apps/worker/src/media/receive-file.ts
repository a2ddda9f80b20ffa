import { createHash } from 'node:crypto';
import { FaultError, type CorpCredentials, type Failpoint, type FinanceGateway } from '@highwater/domain';
import { SNIFFED_BYTES, sniffContentType } from './sniff-content-type.ts';

/** What is known of a file once all of it has come. */
export interface ReceivedFile {
  readonly size: number;
  readonly sha256: string;
  readonly md5: string;
  readonly contentType: string;
}

/**
 * A file's bytes as they come from WeCom, shard by shard from the first. `finished` tells about them and may be asked
 * only after `bytes` has ended well. Throws `media.too_large` as soon as more than `largest` bytes have come.
 */
export function receiveFile(
  deps: { readonly finance: FinanceGateway; readonly failpoint: Failpoint },
  corp: CorpCredentials,
  sdkfileid: string,
  options: { readonly largest: number; readonly extension: string | null; readonly signal?: AbortSignal },
): { readonly bytes: AsyncIterable<Uint8Array>; readonly finished: () => ReceivedFile } {
  const sha256 = createHash('sha256');
  // MD5 proves nothing; it is what WeCom states, so it is what can be compared.
  const md5 = createHash('md5');
  let size = 0;
  let head = Buffer.alloc(0);
  let file: ReceivedFile | undefined;

  async function* fetchShards(): AsyncGenerator<Uint8Array> {
    for (let index = '', isLast = false; !isLast;) {
      if (options.signal?.aborted === true) throw new FaultError('media.interrupted');
      const shard = await deps.finance.fetchShard(corp, sdkfileid, index);
      deps.failpoint('media.shard');
      // An empty unfinished shard that leads nowhere would go on for ever.
      if (!shard.finished && shard.nextIndex === index) throw new FaultError('wecom.error');
      size += shard.bytes.length;
      if (size > options.largest) throw new FaultError('media.too_large');
      sha256.update(shard.bytes);
      md5.update(shard.bytes);
      if (head.length < SNIFFED_BYTES) head = Buffer.concat([head, shard.bytes.subarray(0, SNIFFED_BYTES)]);
      if (shard.bytes.length > 0) yield shard.bytes;
      isLast = shard.finished;
      index = shard.nextIndex;
    }
    const contentType = sniffContentType(head, options.extension);
    file = { size, sha256: sha256.digest('hex'), md5: md5.digest('hex'), contentType };
  }

  return {
    bytes: fetchShards(),
    finished() {
      if (file === undefined) throw new RangeError('the file has not come to its end');
      return file;
    },
  };
}
