/**
 * Everything that can go wrong, named `noun.state`. One table for API, worker and portal:
 * HTTP status, and whether trying again later can help. Words per reason live in i18n.
 */
export const FAULTS = {
  'request.malformed': { status: 422, retry: false },
  'request.too_large': { status: 413, retry: false },
  'request.conflict': { status: 409, retry: false },
  'request.too_many': { status: 429, retry: true },
  'saved_search.name_taken': { status: 409, retry: false },
  'saved_search.too_many': { status: 409, retry: false },
  'session.missing': { status: 401, retry: false },
  'session.csrf': { status: 403, retry: false },
  'permission.missing': { status: 403, retry: false },
  'thing.missing': { status: 404, retry: false },
  'cursor.invalid': { status: 422, retry: false },
  'idempotency.mismatch': { status: 422, retry: false },
  'tenant.none': { status: 409, retry: false },
  'invitation.expired': { status: 410, retry: false },
  'invitation.wrong_person': { status: 403, retry: false },
  'member.exists': { status: 409, retry: false },
  'member.last_owner': { status: 409, retry: false },
  'link.expired': { status: 410, retry: false },
  'link.wrong_person': { status: 403, retry: false },
  'corp_id.malformed': { status: 422, retry: false },
  'corp_id.wrong': { status: 422, retry: false },
  'corp.already_connected': { status: 409, retry: false },
  'secret.wrong': { status: 422, retry: false },
  'secret.wrong_kind': { status: 422, retry: false },
  'secret.unproven': { status: 503, retry: true },
  'ip.untrusted': { status: 422, retry: true },
  'archive.not_opened': { status: 422, retry: false },
  'archive.expired': { status: 422, retry: false },
  'wecom.unreachable': { status: 503, retry: true },
  'wecom.throttled': { status: 503, retry: true },
  'wecom.busy': { status: 503, retry: true },
  'wecom.token_refused': { status: 503, retry: true },
  'wecom.failing': { status: 503, retry: true },
  'wecom.error': { status: 503, retry: true },
  'wecom.certificate': { status: 503, retry: true },
  'wecom.arguments': { status: 500, retry: false },
  'library.missing': { status: 503, retry: false },
  'library.refused': { status: 503, retry: false },
  'helper.died': { status: 503, retry: true },
  'helper.timed_out': { status: 503, retry: true },
  'page.garbled': { status: 503, retry: true },
  'page.order': { status: 503, retry: true },
  'envelope.conflict': { status: 500, retry: false },
  'key.missing': { status: 409, retry: false },
  'key.wrong': { status: 409, retry: false },
  'key.malformed': { status: 422, retry: false },
  'key.known': { status: 409, retry: false },
  'key.needed': { status: 409, retry: false },
  'key.only': { status: 409, retry: false },
  'envelope.unreadable': { status: 409, retry: false },
  'message.unknown': { status: 409, retry: false },
  'envelope.opened_differently': { status: 500, retry: false },
  'messages.none': { status: 409, retry: false },
  'archive.silent': { status: 503, retry: true },
  'archive.window_passed': { status: 410, retry: false },
  'pull.too_soon': { status: 429, retry: true },
  'range.invalid': { status: 422, retry: false },
  'callback.refused': { status: 403, retry: false },
  'ledger.broken': { status: 500, retry: false },
  'selection.empty': { status: 409, retry: false },
  'contact.unknown': { status: 404, retry: false },
  'person.unknown': { status: 404, retry: false },
  'department.unknown': { status: 404, retry: false },
  'room.unknown': { status: 404, retry: false },
  'room.internal': { status: 409, retry: false },
  'secret.missing': { status: 409, retry: false },
  'scope.missing': { status: 409, retry: false },
  'app.not_permitted': { status: 409, retry: false },
  'login.unregistered': { status: 409, retry: false },
  'media.expired': { status: 410, retry: false },
  'media.bad_id': { status: 410, retry: false },
  'media.undecryptable': { status: 410, retry: false },
  'media.no_id': { status: 410, retry: false },
  'media.size_differs': { status: 410, retry: true },
  'media.md5_differs': { status: 410, retry: true },
  'media.too_large': { status: 410, retry: false },
  'media.pending': { status: 409, retry: true },
  'media.interrupted': { status: 503, retry: true },
  'copy.no_decoder': { status: 409, retry: false },
  'copy.unreadable': { status: 409, retry: false },
  'copy.too_costly': { status: 409, retry: false },
  'copy.pending': { status: 409, retry: true },
  'export.not_ready': { status: 409, retry: true },
  'export.expired': { status: 410, retry: false },
  'export.beyond_rights': { status: 403, retry: false },
  'export.failed': { status: 500, retry: true },
  'export.cancelled': { status: 410, retry: false },
  'object.missing': { status: 500, retry: true },
  'object.damaged': { status: 500, retry: false },
  'storage.unavailable': { status: 503, retry: true },
  'index.drifted': { status: 500, retry: true },
  'index.unreadable': { status: 500, retry: false },
  'index.refused': { status: 503, retry: true },
  'index.not_offered': { status: 409, retry: false },
  'search.unavailable': { status: 503, retry: true },
  'search.refused': { status: 503, retry: false },
  'search.missing': { status: 409, retry: true },
  'mail.refused': { status: 503, retry: true },
  'database.full': { status: 503, retry: true },
  'database.unavailable': { status: 503, retry: true },
  internal: { status: 500, retry: true },
} as const satisfies Record<string, { readonly status: number; readonly retry: boolean }>;

export type Fault = keyof typeof FAULTS;

/** Ids and numbers that make a fault's sentence exact, e.g. the address that WeCom saw. Never content, never a secret. */
export type FaultDetail = Readonly<Record<string, string | number>>;

/** Thrown wherever a named thing went wrong; foreign errors are kept as `cause` and never shown. */
export class FaultError extends Error {
  override readonly name = 'FaultError';
  readonly fault: Fault;
  readonly detail: FaultDetail;
  /** The form field at fault, as a path, when there is one. */
  readonly field: string | undefined;

  constructor(fault: Fault, options: { detail?: FaultDetail; field?: string; cause?: unknown } = {}) {
    super(fault, options.cause === undefined ? undefined : { cause: options.cause });
    this.fault = fault;
    this.detail = options.detail ?? {};
    this.field = options.field;
  }
}

/** The fault of any error: named ones as they are, everything else `internal`. */
export function faultOf(error: unknown): Fault {
  return error instanceof FaultError ? error.fault : 'internal';
}
