import type { SupportRequestRow } from '@highwater/db';
import type { AccessClause, UnixMs } from '@highwater/domain';
import { rightsOf, type Rights } from '../actor/rights.ts';
import { actionsOf } from './support-scopes.ts';

type Approved = Pick<SupportRequestRow, 'scopes' | 'people' | 'rooms' | 'sentFrom' | 'sentUntil'>;

/** What the owner approved, as rights: of messages only those of the people and rooms that were named. */
export function rightsOfSupport(approved: Approved, now: UnixMs): Rights {
  const grants = [{ actions: ['view', 'search'] as const, clauses: clausesOf(approved) }];
  return rightsOf({ actions: actionsOf(approved.scopes), reach: 'granted', grants }, now);
}

function clausesOf({ people, rooms, sentFrom, sentUntil }: Approved): readonly AccessClause[] {
  const period = {
    ...(sentFrom === null ? {} : { from: sentFrom }),
    ...(sentUntil === null ? {} : { until: sentUntil }),
  };
  return [
    ...(people.length === 0 ? [] : [{ people, ...period }]),
    ...(rooms.length === 0 ? [] : [{ rooms, ...period }]),
  ];
}
