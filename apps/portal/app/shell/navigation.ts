import type { Action } from '@highwater/domain';
import type { WordKey } from '@highwater/i18n/make';
import {
  BadgeCheck,
  Gauge,
  MessagesSquare,
  PackageOpen,
  Plug,
  ScrollText,
  Search,
  SlidersHorizontal,
  UserCog,
  UsersRound,
  type LucideIcon,
} from 'lucide-react';
import { paths } from '../paths.ts';

export interface Place {
  readonly to: string;
  readonly word: WordKey;
  /** Fits a fifth of a phone's width. */
  readonly short: WordKey;
  readonly icon: LucideIcon;
  /** Rights of which one is needed for the place to be offered. */
  readonly needs: readonly Action[] | null;
  /** Other addresses that belong to it. */
  readonly also: readonly string[];
}

const place = (
  to: string,
  word: WordKey,
  icon: LucideIcon,
  needs: Action | readonly Action[] | null,
  also: readonly string[] = [],
): Place => ({
  to,
  word,
  short: word === 'shell.conversations' ? 'shell.conversationsShort' : word,
  icon,
  needs: typeof needs === 'string' ? [needs] : needs,
  also,
});

/** The rail, in order; the first four stand in the phone's bottom bar. */
export const PLACES: readonly Place[] = [
  place(paths.overview(), 'shell.overview', Gauge, null),
  place(paths.search(), 'shell.search', Search, 'search'),
  place(paths.conversations(), 'shell.conversations', MessagesSquare, 'view', ['/messages', '/dialogs']),
  place(paths.exports(), 'shell.exports', PackageOpen, 'export', ['/schedules', '/links']),
  place(paths.people(), 'shell.people', UsersRound, 'view', ['/rooms', '/coverage']),
  place(paths.completeness(), 'shell.completeness', BadgeCheck, 'see_completeness', [
    '/quarantine',
    '/files',
    '/search-index',
    '/keys',
  ]),
  place(paths.audit(), 'shell.audit', ScrollText, 'see_audit'),
  place(paths.connect(), 'shell.connection', Plug, ['connect', 'see_settings']),
  place(paths.members(), 'shell.members', UserCog, 'see_members', ['/roles']),
  place(paths.readingSettings(), 'shell.settings', SlidersHorizontal, ['view', 'see_settings'], ['/settings']),
];

export const PHONE_PLACES = 4;

/** `looksOnly`: support has no settings to look at. */
export function allowedPlaces(actions: readonly Action[], looksOnly = false): readonly Place[] {
  const places = PLACES.filter(({ needs }) => needs === null || needs.some((action) => actions.includes(action)));
  return looksOnly ? places.filter(({ also }) => !also.includes('/settings')) : places;
}

/** Whether `pathname` lies in the place. */
export function isIn({ to, also }: Place, pathname: string): boolean {
  if (to === '/') return pathname === '/';
  return [to, ...also].some((start) => pathname === start || pathname.startsWith(`${start}/`));
}
