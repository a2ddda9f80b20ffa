import type { Fault, FaultDetail } from '@highwater/domain';
import type { remedies } from './words/zh-CN/remedies.ts';

export type RemedyPlace = keyof (typeof remedies)['place'];
/** `late` is said of others whose messages WeCom no longer has: see remedyWords. */
export type RemedyEffect = keyof (typeof remedies)['effect'];

/** Where a fault is cured, and what it means for completeness until then. */
export interface Remedy {
  /** First the place that cures it most often. Empty: there is nothing to do, it heals or cannot be helped. */
  readonly places: readonly RemedyPlace[];
  readonly effect: RemedyEffect;
}

function remedy(effect: RemedyEffect, ...places: readonly RemedyPlace[]): Remedy {
  return { places, effect };
}

/** Of every fault that can stand in a finding; the console's menus as of 2026. */
const REMEDIES: Readonly<Partial<Record<Fault, Remedy>>> = {
  'corp_id.wrong': remedy('waiting', 'corp'),
  'secret.wrong': remedy('waiting', 'archive_secret'),
  'secret.wrong_kind': remedy('waiting', 'archive_secret', 'contact_apps'),
  'ip.untrusted': remedy('waiting', 'archive_ip'),
  'archive.not_opened': remedy('waiting', 'archive'),
  'archive.expired': remedy('waiting', 'archive'),
  'wecom.unreachable': remedy('waiting'),
  'wecom.throttled': remedy('waiting'),
  'wecom.busy': remedy('waiting'),
  'wecom.token_refused': remedy('waiting', 'connection', 'archive_secret'),
  'wecom.failing': remedy('waiting'),
  'wecom.error': remedy('waiting', 'us'),
  'wecom.certificate': remedy('waiting', 'server'),
  'wecom.arguments': remedy('waiting', 'connection', 'us'),
  'library.missing': remedy('waiting', 'server'),
  'library.refused': remedy('waiting', 'server'),
  'helper.died': remedy('waiting'),
  'helper.timed_out': remedy('waiting'),
  'page.garbled': remedy('waiting'),
  'page.order': remedy('waiting'),
  'envelope.conflict': remedy('kept', 'archive', 'us'),
  'key.missing': remedy('closed', 'keys', 'archive_key'),
  'key.wrong': remedy('closed', 'keys', 'archive_key'),
  'envelope.unreadable': remedy('kept'),
  'envelope.opened_differently': remedy('kept', 'us'),
  'message.unknown': remedy('kept'),
  'messages.none': remedy('doubtful', 'archive_scope', 'archive'),
  'archive.silent': remedy('waiting', 'connection'),
  'archive.window_passed': remedy('unprovable', 'connection'),
  'callback.refused': remedy('none', 'connection'),
  'ledger.broken': remedy('kept', 'us'),
  'audit.broken': remedy('none', 'us'),
  'contact.unknown': remedy('none'),
  'person.unknown': remedy('none'),
  'department.unknown': remedy('none'),
  'room.unknown': remedy('none'),
  'room.internal': remedy('none'),
  'secret.missing': remedy('none', 'connection'),
  'scope.missing': remedy('none', 'app_scope'),
  'app.not_permitted': remedy('none', 'contact_apps', 'app_scope'),
  'login.unregistered': remedy('none', 'app_login'),
  'media.expired': remedy('file'),
  'media.bad_id': remedy('file'),
  'media.undecryptable': remedy('file'),
  'media.no_id': remedy('file'),
  'media.size_differs': remedy('file'),
  'media.md5_differs': remedy('file'),
  'media.too_large': remedy('file'),
  'media.pending': remedy('file'),
  'media.interrupted': remedy('file'),
  'export.failed': remedy('none'),
  'object.missing': remedy('file', 'us'),
  'object.damaged': remedy('file', 'us'),
  'storage.unavailable': remedy('file', 'server'),
  'search.unavailable': remedy('none', 'server'),
  'search.refused': remedy('none', 'us'),
  'search.missing': remedy('none'),
  'index.drifted': remedy('kept'),
  'index.unreadable': remedy('kept', 'us'),
  'index.refused': remedy('none', 'server'),
  'mail.refused': remedy('none'),
  'database.full': remedy('waiting', 'server'),
  'database.unavailable': remedy('waiting', 'server'),
  internal: remedy('none', 'us'),
};

/** WeCom's number for an address that is not among those of an app: that list is the app's own, not the archive's. */
const UNTRUSTED_FOR_APP = 60020;

/** Where another secret than the archive's is mended. */
const PLACE_OF_APP: Readonly<Partial<Record<RemedyPlace, RemedyPlace>>> = {
  archive_secret: 'contact_apps',
  archive_ip: 'app_ip',
};

/** Of enrichment no message waits: names do. `detail` says which kind of it stands still, and with which secret. */
function ofEnrichment({ places }: Remedy, detail: FaultDetail): Remedy {
  const found = detail['purpose'] === 'archive' ? places : places.map((place) => PLACE_OF_APP[place] ?? place);
  return remedy('names', ...new Set(found));
}

/** Undefined for faults that a form answers and no finding holds. */
export function findRemedy(fault: Fault, detail: FaultDetail = {}): Remedy | undefined {
  const general = REMEDIES[fault];
  if (general !== undefined && detail['enrichment'] !== undefined) return ofEnrichment(general, detail);
  if (fault === 'ip.untrusted' && detail['errcode'] === UNTRUSTED_FOR_APP) {
    return remedy('waiting', 'app_ip', 'archive_ip');
  }
  return general;
}
