import { z } from '@hono/zod-openapi';
import { connectionId, messageId, orNull, pageOfItems, personKey, roomId, time } from './values.ts';

export const personKind = z.enum(['employee', 'external_contact', 'robot']).openapi('PersonKind');

export const personView = z
  .object({
    personKey,
    kind: personKind,
    /** Null until the person's name is known; then `writtenAs` stands for it. */
    name: z.string().nullable(),
    writtenAs: z.string(),
  })
  .openapi('Person');

/** What an external contact last decided about being archived, over all employees and rooms that the reader may see. */
export const presentConsent = z
  .object({
    state: z.enum(['agreed', 'refused', 'mixed']),
    /** The newest of these decisions. */
    since: time,
    agreed: z.int(),
    refused: z.int(),
  })
  .openapi('PresentConsent');

export const personInArchive = personView
  .extend({ firstAt: time, lastAt: time, connectionId, consent: orNull(presentConsent) })
  .openapi('PersonInArchive');

export const consentView = z
  .object({
    messageId,
    status: z.enum(['agree', 'disagree']),
    decidedAt: time,
    /** Towards whom; null in a room. */
    employee: orNull(personView),
    roomId: orNull(roomId),
    roomName: z.string().nullable(),
  })
  .openapi('Consent');

export const consentPage = pageOfItems(consentView);

export const personPage = pageOfItems(personInArchive);
