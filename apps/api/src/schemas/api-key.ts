import { KEY_ACTIONS } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { grantTerms, offeredGrantView } from './grant.ts';
import { network, networkList } from './network.ts';
import { apiKeyId, memberId, orNull, pageOfItems, time } from './values.ts';

const name = z.string().trim().min(1).max(100);

export const newApiKey = z.strictObject({
  name,
  /** What it is for; stands in the log in place of the reason that a person would give. */
  purpose: z.string().trim().min(1).max(500),
  scopes: z
    .array(z.enum(KEY_ACTIONS))
    .min(1)
    .max(KEY_ACTIONS.length)
    .transform((scopes) => KEY_ACTIONS.filter((scope) => scopes.includes(scope))),
  /** Where its actions on messages reach, within what its maker may see; several widen each other. */
  grants: z.array(grantTerms).max(20).default([]),
  networks: networkList.default([]),
  /** At most a year ahead. */
  expiresAt: time,
});

export const apiKeyChange = z.strictObject({
  name: name.optional(),
  networks: networkList.optional(),
  /** Not later than it was. */
  expiresAt: time.optional(),
});

export const apiKeyView = z
  .object({
    keyId: apiKeyId,
    /** The part that everybody may see: "hw_live_" and twelve characters. */
    prefix: z.string(),
    name: z.string(),
    purpose: z.string(),
    scopes: z.array(z.enum(KEY_ACTIONS)).readonly(),
    grants: z.array(offeredGrantView).readonly(),
    networks: z.array(z.string()).readonly(),
    madeBy: z.object({ memberId, name: z.string() }),
    madeAt: time,
    expiresAt: time,
    rotatedAt: orNull(time),
    /** Until when the secret before opens as well; null when it does not. */
    formerUntil: orNull(time),
    /** To the minute. */
    lastUsedAt: orNull(time),
    lastAddress: z.string().nullable(),
    revokedAt: orNull(time),
    /** `maker_left`: whoever made it is no member any more, and it opens nothing. */
    state: z.enum(['open', 'expired', 'revoked', 'maker_left']),
    /** The asker made it, and may give it a new secret. */
    isMine: z.boolean(),
  })
  .openapi('ApiKey');

export const apiKeyPage = pageOfItems(apiKeyView);

/** The only answer that holds the whole key. */
export const madeApiKey = z.object({ key: apiKeyView, secret: z.string() }).openapi('MadeApiKey');

export const addressRuleToSet = z.strictObject({
  enabled: z.boolean(),
  networks: z.array(z.strictObject({ network, label: z.string().trim().max(100).default('') })).max(200),
});

export const addressRuleView = z
  .object({
    enabled: z.boolean(),
    networks: z.array(z.object({ network: z.string(), label: z.string() })).readonly(),
    changedAt: orNull(time),
    /** What the member is called who set it. */
    changedBy: z.string().nullable(),
    /** Where the asker is now. */
    yourAddress: z.string().nullable(),
  })
  .openapi('AddressRule');
