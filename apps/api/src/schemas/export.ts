import { DIRECTIONS } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { fault } from './problem.ts';
import {
  conversationId,
  dialogId,
  exportId,
  memberId,
  pageOfItems,
  personKey,
  roomId,
  scheduleId,
  time,
  orNull,
} from './values.ts';

export const exportView = z
  .object({
    exportId,
    state: z.enum(['queued', 'running', 'complete', 'complete_with_missing', 'failed', 'cancelled', 'expired']),
    stage: z.enum(['queued', 'counting', 'media', 'packing', 'verifying', 'done']),
    messagesTotal: z.int().nullable(),
    messagesDone: z.int(),
    mediaTotal: z.int().nullable(),
    mediaDone: z.int(),
    mediaMissing: z.int(),
    size: z.int().nullable().openapi({ description: 'Bytes of the package.' }),
    sha256: z.string().nullable(),
    fileName: z.string().nullable(),
    fault: orNull(fault),
    createdAt: time,
    startedAt: time.nullable(),
    finishedAt: time.nullable(),
    expiresAt: time.nullable(),
    requestedBy: z.object({ memberId, name: z.string() }),
    scheduleId: orNull(scheduleId),
    selection: z.object({
      people: z.array(personKey).readonly(),
      roomId: orNull(roomId),
      conversationId: orNull(conversationId),
      /** Only what is on the list of this frozen dialog. */
      dialogId: orNull(dialogId),
      kinds: z.array(z.string()).readonly(),
      directions: z.array(z.enum(DIRECTIONS)).readonly(),
      hasMedia: z.boolean().nullable(),
      isRecalled: z.boolean().nullable(),
      isUnanswered: z.boolean(),
      from: time.nullable(),
      until: time.nullable(),
      hasWords: z.boolean(),
      /** To the member who asked; null to others, and in the answer to the request. */
      words: z.string().nullable(),
    }),
    refusal: orNull(fault).openapi({ description: 'Why this reader cannot download it now; null when it can.' }),
    mine: z.boolean(),
  })
  .openapi('Export');
export const exportPage = pageOfItems(exportView);

export const linkView = z
  .object({ export: exportView, expiresAt: time, day: z.iso.date().nullable() })
  .openapi('ExportLink');
