import { dayRange } from '@highwater/calendar';
import { EVENT_GROUPS, type EventGroup } from '@highwater/domain';
import type { AuditQuery } from '../api/audit.ts';
import { isDay } from '../components/is-day.ts';
import { RANGES, spanOf, type RelativeRange } from '../search/relative-range.ts';

/** What the page shows of the log, as it stands in the address. */
export interface AuditFilters {
  /** A member's id, "system" or "operator"; empty for anybody. */
  readonly who: string;
  readonly group: EventGroup | '';
  /** "person:<key>", "room:<id>", "conversation:<id>", "export:<id>" or "member:<id>". */
  readonly about: string;
  readonly range: RelativeRange | '';
  /** Own days, both included, of the company's zone. */
  readonly from: string;
  readonly until: string;
  readonly address: string;
}

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const ABOUT = /^(person|room|conversation|export|member):./;

export function readAuditFilters(search: URLSearchParams): AuditFilters {
  const text = (name: string) => (search.get(name) ?? '').trim();
  const day = (name: string) => (isDay(text(name)) ? text(name) : '');
  const who = text('who');
  const group = search.has('denials') ? 'denials' : text('group');
  const isOwn = day('from') !== '' || day('until') !== '';
  return {
    who: UUID.test(who) || who === 'system' || who === 'operator' ? who : '',
    group: EVENT_GROUPS.find((each) => each === group) ?? '',
    about: ABOUT.test(text('about')) ? text('about').slice(0, 140) : '',
    range: isOwn ? '' : (RANGES.find((range) => range === text('range')) ?? ''),
    from: day('from'),
    until: day('until'),
    address: text('address').slice(0, 64),
  };
}

export function isFiltered(filters: AuditFilters): boolean {
  return Object.values(filters).some((value) => value !== '');
}

/** The filters as they stand in an address, some of them changed. */
export function auditAddress(filters: AuditFilters, change: Partial<AuditFilters> = {}): Record<string, string> {
  return { ...filters, ...change };
}

/** The filters as the API takes them: days become instants of the company's zone. */
export function toAuditQuery(filters: AuditFilters, zone: string, today: string): AuditQuery {
  const { from, until } = spanOf(filters, today);
  const isMachine = filters.who === 'system' || filters.who === 'operator';
  return {
    ...(filters.who === '' ? {} : isMachine ? { actor: filters.who } : { member: filters.who }),
    ...(filters.group === '' ? {} : { group: filters.group }),
    ...(filters.about === '' ? {} : { about: filters.about }),
    ...(from === '' ? {} : { from: dayRange(zone, from).from }),
    ...(until === '' ? {} : { until: dayRange(zone, until).until }),
    ...(filters.address === '' ? {} : { address: filters.address }),
  };
}

/** The same for a link to a file. */
export function toFileQuery(query: AuditQuery): Record<string, string> {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));
}
