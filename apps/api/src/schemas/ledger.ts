import { z } from '@hono/zod-openapi';
import { bigNumber, nextCursor, orNull, time } from './values.ts';

/** A UTC day, "YYYY-MM-DD". */
export const utcDay = z.iso.date();
const kinds = z.array(z.object({ kind: z.string(), count: z.int() })).readonly();

export const ledgerDayView = z
  .object({
    day: utcDay,
    /** `signed`: under a root, never to change. `open`: what was stored since the last root. */
    state: z.enum(['signed', 'open']),
    fromPage: z.int(),
    /** `fromPage` - 1 when no page was stored. */
    toPage: z.int(),
    /** The cursor before and after; null when no page was stored and nothing is signed yet. */
    after: bigNumber.nullable(),
    last: bigNumber.nullable(),
    envelopes: z.int(),
    /** Numbers that the day's pages did not return. */
    unseen: bigNumber,
    /** Now; what was so when the day was signed stands in `signed`. */
    sealed: z.int(),
    unreadable: z.int(),
    signed: orNull(
      z
        .object({
          at: time,
          root: z.string(),
          key: z.string(),
          opened: z.int(),
          sealed: z.int(),
          unreadable: z.int(),
          kinds,
        })
        .openapi('LedgerSignature'),
    ),
  })
  .openapi('LedgerDay');

export const ledgerDaysPage = z.object({ items: z.array(ledgerDayView).readonly(), nextCursor });

export const ledgerPageView = z
  .object({
    page: z.int(),
    after: bigNumber,
    first: bigNumber,
    last: bigNumber,
    envelopes: z.int(),
    unseen: z.array(z.object({ from: bigNumber, to: bigNumber })).readonly(),
    sha256: z.string(),
    leaf: z.string(),
    chain: z.string(),
    receivedAt: time,
  })
  .openapi('LedgerPage');

export const ledgerDayDetail = z
  .object({
    day: ledgerDayView,
    /** Of what came with the day's pages, as it is now. */
    opened: z.int(),
    kinds,
    pages: z.object({ items: z.array(ledgerPageView).readonly(), nextCursor }),
  })
  .openapi('LedgerDayDetail');

/** How far the stored pages were compared with the ledger. */
export const ledgerCheckView = z
  .object({
    /** `waiting`: a run from page 1 was asked for; `running`; `verified`: up to `page`; `wrong`: `wrongPage` does not agree. */
    state: z.enum(['waiting', 'running', 'verified', 'wrong']),
    /** Every page up to here agrees. */
    page: z.int(),
    pages: z.int(),
    startedAt: time,
    checkedAt: time,
    finishedAt: time.nullable(),
    wrongPage: z.int().nullable(),
  })
  .openapi('LedgerCheck');

export const checkpointView = z
  .object({ pages: z.int(), head: z.string(), seq: bigNumber, at: time, key: z.string() })
  .openapi('LedgerCheckpoint');
