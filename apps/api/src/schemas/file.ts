import { z } from '@hono/zod-openapi';
import { mediaView } from './media.ts';
import { fault, params } from './problem.ts';
import { bigNumber, connectionId, messageId, orNull, pageOfItems, time } from './values.ts';

export const fileKind = z.enum(['image', 'voice', 'video', 'emotion', 'file', 'call']).openapi('FileKind');
/** Still to come; not to be had; here, but other than the message said it would be. */
export const lackList = z.enum(['waiting', 'absent', 'deviating']).openapi('FileLackList');
/** The same; and here, but without a text that can be searched, each content once. */
export const fileList = z.enum([...lackList.options, 'unread']).openapi('FileList');
const md5State = z.enum(['agreed', 'absent', 'differed']);

const counted = { count: z.int(), /** Decimal. */ bytes: bigNumber };

export const fileTotals = z
  .object({
    wanted: z.object(counted),
    stored: z.object(counted),
    absent: z.object(counted),
    /** Of stored ones, what WeCom's md5 said of the bytes; `unchecked` where that was not written down. */
    md5: z.object({ agreed: z.int(), absent: z.int(), differed: z.int(), unchecked: z.int() }),
    /** Of stored ones, those of another size than announced. */
    sizeDiffers: z.int(),
    /** Of wanted ones, those that wait for a cause that a person cures. */
    blocked: z.int(),
  })
  .openapi('FileTotals');

export const fileLedgerView = z
  .object({
    at: time,
    totals: fileTotals,
    kinds: z.array(fileTotals.extend({ mediaKind: fileKind })).readonly(),
    /** Why files are absent, still to come or other than announced, the most first. */
    causes: z
      .array(
        z.object({
          connectionId,
          list: lackList,
          /** Null of those whose turn has not come. */
          fault: orNull(fault),
          isBlocked: z.boolean(),
          /** What makes the cause's sentence exact, such as the address that WeCom saw. */
          params,
          ...counted,
        }),
      )
      .readonly(),
    /** What presses, by connection. */
    waiting: z
      .array(
        z.object({
          connectionId,
          corpId: z.string(),
          /** When the message of the oldest was sent. */
          oldestAt: time,
          /** When WeCom drops the next one. */
          nextLossAt: time.nullable(),
          /** How many it drops within a day, and how many it no longer has. */
          pressing: z.int(),
          tooLate: z.int(),
        }),
      )
      .readonly(),
  })
  .openapi('FileLedger');

export const fileDayPage = pageOfItems(
  z
    .object({
      /** UTC, "2026-11-22". */
      day: z.iso.date(),
      wanted: z.int(),
      stored: z.int(),
      absent: z.int(),
      deviating: z.int(),
      /** Decimal, of stored ones. */
      bytes: bigNumber,
    })
    .openapi('FileDay'),
);

export const fileView = mediaView
  .pick({ mediaId: true, path: true, mediaKind: true, fileName: true, contentType: true, size: true, state: true })
  .extend({
    connectionId,
    messageId,
    fault: orNull(fault),
    sentAt: time,
    /** After this WeCom has it no more. */
    expiresAt: time,
    md5State: md5State.nullable(),
    isBlocked: z.boolean(),
    attempts: z.int(),
    /** What came so far of one that is still to come. */
    receivedBytes: z.number(),
    nextTryAt: time.nullable(),
    /** Why its text cannot be searched; in the list of such files. */
    textFault: orNull(fault),
    /** It can be asked for again. */
    mayRetry: z.boolean(),
  })
  .openapi('FileInLedger');

export const filePage = pageOfItems(fileView);

export const fileRetryView = z.object({ /** How many are fetched again. */ count: z.int() }).openapi('FileRetry');
