import type { SecretPurpose } from './contacts.ts';

/** What people and rooms are enriched with, each by its own calls and secret. */
export const ENRICHMENT_KINDS = [
  'employees',
  'departments',
  'external_contacts',
  'rooms',
  'robots',
  'permits',
  'consents',
  'tags',
] as const;
export type EnrichmentKind = (typeof ENRICHMENT_KINDS)[number];

/** What waits for each secret: looked at again as soon as it is there, works, or is gone. */
export const KINDS_OF_SECRET: Readonly<Record<SecretPurpose, readonly EnrichmentKind[]>> = {
  archive: ['permits', 'consents', 'rooms', 'robots'],
  customer_contact: ['employees', 'departments', 'external_contacts', 'rooms', 'tags'],
  contacts: ['employees', 'departments'],
};

export type PersonState = 'pending' | 'complete' | 'partial' | 'not_visible' | 'gone' | 'disabled' | 'no_secret';
export type RoomState = 'pending' | 'complete' | 'partial' | 'not_visible' | 'gone' | 'not_customer_room' | 'no_secret';
