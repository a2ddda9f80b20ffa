import { z } from '@hono/zod-openapi';
import { connectionId, pageOfItems, personKey, time } from './values.ts';

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

export const personInArchive = personView
  .extend({ firstAt: time, lastAt: time, connectionId })
  .openapi('PersonInArchive');

export const personPage = pageOfItems(personInArchive);
