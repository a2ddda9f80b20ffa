import type { AccessTokens } from '../corp/access-token.ts';
import type { PlannedFault } from '../corp/fault-plan.ts';
import { sealedSize, sealFileRange, type FileSource } from '../envelope/media-cipher.ts';
import { admitCaller } from './admit-caller.ts';
import { callerAddress, setWireHeader, type HttpContext } from './http-context.ts';
import { readMediaRequest, readRange } from './read-request.ts';
import { spoilAnswer } from './spoil-answer.ts';
import { writeErrmsg } from './wecom-error.ts';

const SHARD = 524_288;

/**
 * POST /cgi-bin/message/getchatmediadata: one range of the file at rest, base64 in `content`. The vendor's library
 * reads progress only from a header written in capitals: `CONTENT-RANGE: BYTES first-last/total`.
 */
export async function answerMediaData(c: HttpContext, tokens: AccessTokens, now: () => number): Promise<Response> {
  const address = callerAddress(c);
  const refuse = (errcode: number): Response => c.json({ errcode, errmsg: writeErrmsg(errcode, address, now()) });

  const request = readMediaRequest(await c.req.text());
  const range = readRange(c.req.header('range'));
  const admitted = admitCaller(tokens, c.req.query('access_token'), address);
  if ('errcode' in admitted) return refuse(admitted.errcode);
  const fault = admitted.corp.faults.take('media', { shard: range && Math.floor(range.first / SHARD) });
  const spoilt = await spoilAnswer(c, fault);
  if (spoilt) return spoilt;
  if (fault?.kind === 'errcode') return refuse(fault.errcode ?? -1);
  if (!request || !range) return refuse(40058);

  const found = admitted.corp.findMedia(request.fileid, request.authkey);
  if (found === undefined) return refuse(10005);
  if (found === 'gone' || fault?.kind === 'expired') return refuse(10010);
  const total = sealedSize(found.file.size);
  if (range.first >= total) return refuse(40058);
  const last = Math.min(range.last, range.first + SHARD - 1, total - 1);
  const sealed = sealFileRange(damage(found.file, fault), found.aesKey, range.first, last);
  admitted.corp.shards.note(request.fileid, range.first);
  setWireHeader(c, 'CONTENT-RANGE', `BYTES ${range.first}-${last}/${total}`);
  return c.json({ errcode: 0, errmsg: 'ok', content: sealed.toString('base64') });
}

/** The file with its first byte of each read changed, when that was planned: right size, wrong md5. */
function damage(file: FileSource, fault: PlannedFault | undefined): FileSource {
  if (fault?.kind !== 'wrong_bytes') return file;
  return {
    size: file.size,
    read(start, end) {
      const bytes = Buffer.from(file.read(start, end));
      if (bytes.length > 0) bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0);
      return bytes;
    },
  };
}
