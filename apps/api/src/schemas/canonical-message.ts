import type { CanonicalMessage } from '@highwater/domain';
import { z } from '@hono/zod-openapi';

/**
 * What people saw, as the parser gives it. Its union of kinds is CanonicalMessage of packages/domain, from where the
 * client takes the type; it is computed, never taken in, so it is not looked into again here.
 */
export const canonicalMessage = z
  .custom<CanonicalMessage>((value) => typeof value === 'object' && value !== null)
  .openapi('CanonicalMessage', {
    type: 'object',
    description: 'The message as people saw it. `body.kind` says which fields the body has.',
    properties: {
      msgid: { type: 'string' },
      action: { type: 'string' },
      from: { type: ['string', 'null'] },
      to: { type: 'array', items: { type: 'string' } },
      writtenAs: { type: 'object', additionalProperties: { type: 'string' } },
      roomId: { type: ['string', 'null'] },
      sentAt: { type: ['integer', 'null'] },
      body: {
        type: 'object',
        properties: { kind: { type: 'string' } },
        required: ['kind'],
        additionalProperties: true,
      },
      irregularities: { type: 'array', items: { type: 'string' } },
    },
    required: ['msgid', 'action', 'from', 'to', 'writtenAs', 'roomId', 'sentAt', 'body', 'irregularities'],
  });
