import { ENRICHMENT_KINDS } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { personView } from './person.ts';
import { fault, params } from './problem.ts';
import { connectionId, orNull, pageOfItems, time } from './values.ts';

export const coveredKind = z.enum(['employee', 'external_contact', 'robot', 'room']).openapi('CoveredKind');
export const enrichmentKind = z.enum(ENRICHMENT_KINDS).openapi('EnrichmentKind');
export const scopeGroup = z.enum(['talking', 'silent', 'outside', 'formerly', 'left']).openapi('ScopeGroup');
/** Of people and of rooms. */
export const coverageState = z
  .enum(['pending', 'complete', 'partial', 'not_visible', 'gone', 'disabled', 'not_customer_room', 'no_secret'])
  .openapi('CoverageState');

const looks = { lookedAt: time.nullable(), nextLookAt: time.nullable() };
/** WeCom's editions: 1 office, 2 service, 3 enterprise. */
const edition = z.union([z.literal(1), z.literal(2), z.literal(3)]);

const coverageKind = z
  .object({
    kind: coveredKind,
    total: z.int(),
    complete: z.int(),
    /** Whose time to be looked at has come. */
    due: z.int(),
    /** Not complete, by state and cause, the most first. */
    gaps: z
      .array(z.object({ state: coverageState, fault: orNull(fault), count: z.int(), due: z.int(), ...looks }))
      .readonly(),
  })
  .openapi('CoverageOfKind');

const enrichmentView = z
  .object({
    kind: enrichmentKind,
    lastRunAt: time.nullable(),
    /** When all that it lists was last listed whole. */
    lastWholeAt: time.nullable(),
    /** What stops it now. */
    fault: orNull(fault),
    params,
    stoppedSince: time.nullable(),
    /** When it goes on by itself. */
    nextRunAt: time.nullable(),
  })
  .openapi('Enrichment');

const secretView = z
  .object({
    purpose: z.enum(['archive', 'customer_contact', 'contacts']),
    state: z.enum(['missing', 'unproven', 'accepted', 'refused']),
    fault: orNull(fault),
    setAt: time.nullable(),
    checkedAt: time.nullable(),
  })
  .openapi('SecretState');

const scopeView = z
  .object({
    /** When the list of who is in scope was last read whole; null while it never was, and then nothing is known. */
    knownAt: time.nullable(),
    editions: z.array(z.object({ edition, count: z.int() })).readonly(),
    /** In scope and in messages. */
    talking: z.int(),
    /** In scope and in no message. */
    silent: z.int(),
    /** In messages, and never seen in scope. */
    outside: z.int(),
    /** In messages, and in scope before. */
    formerly: z.int(),
    /** In messages, and not in the company any more. */
    left: z.int(),
  })
  .openapi('ArchiveScope');

export const coverageView = z
  .object({
    at: time,
    /** Whether the asker may have those who are counted here one by one. */
    seesNames: z.boolean(),
    connections: z
      .array(
        z.object({
          connectionId,
          corpId: z.string(),
          name: z.string(),
          kinds: z.array(coverageKind).readonly(),
          /** Every kind, also those that never ran. */
          enrichments: z.array(enrichmentView).readonly(),
          secrets: z.array(secretView).readonly(),
          scope: scopeView,
        }),
      )
      .readonly(),
  })
  .openapi('Coverage');

export const incompletePage = pageOfItems(
  z
    .object({
      connectionId,
      /** Person key or room id. */
      key: z.string(),
      name: z.string().nullable(),
      /** Of a person. */
      person: orNull(personView),
      state: coverageState,
      fault: orNull(fault),
      misses: z.int(),
      ...looks,
    })
    .openapi('Incomplete'),
);

export const scopePage = pageOfItems(
  z
    .object({
      connectionId,
      person: personView,
      group: scopeGroup,
      editions: z.array(edition).readonly(),
      /** Since when they are seen in scope; null for those who never were. */
      since: time.nullable(),
      /** Until when they were. */
      until: time.nullable(),
      firstAt: time.nullable(),
      lastAt: time.nullable(),
    })
    .openapi('ScopedPerson'),
);
