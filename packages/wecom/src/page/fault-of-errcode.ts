import { type Fault, FaultError } from '@highwater/domain';

/** WeCom's errcodes of the archive's and the contacts' calls (doc 90313); all others are `wecom.error` with their number. */
export const FAULTS_BY_ERRCODE: ReadonlyMap<number, Fault> = new Map([
  [-1, 'wecom.busy'],
  [40001, 'secret.wrong'],
  [40013, 'corp_id.wrong'],
  [40014, 'wecom.token_refused'],
  [40096, 'contact.unknown'],
  [41001, 'wecom.token_refused'],
  [42001, 'wecom.token_refused'],
  [42007, 'wecom.token_refused'],
  [42009, 'wecom.token_refused'],
  [45009, 'wecom.throttled'],
  [45033, 'wecom.throttled'],
  [48002, 'secret.wrong_kind'],
  [50001, 'login.unregistered'],
  [60011, 'scope.missing'],
  [60020, 'ip.untrusted'],
  [60111, 'person.unknown'],
  [60123, 'department.unknown'],
  // Asked without a filter for more owners than WeCom answers for: a fault of the call.
  [81017, 'wecom.arguments'],
  [84061, 'contact.unknown'],
  [86001, 'room.unknown'],
  [86003, 'room.unknown'],
  [90501, 'room.internal'],
  [301002, 'app.not_permitted'],
  [301042, 'ip.untrusted'],
  [301052, 'archive.expired'],
  [301053, 'archive.not_opened'],
]);

/** `<text>, hint: [<request id>], from ip: <ip>, more info at <url>` */
const HINT = /hint: ?\[([\w-]{1,64})\]/;
const FROM_IP = /from ip: ?([0-9A-Fa-f.:]{2,45})(?=[,\s]|$)/;

/**
 * The fault of an errcode. Of the errmsg only the request id and the address that WeCom saw are taken: its wording
 * may change (doc 90313) and may quote what was sent.
 */
export function faultOfErrcode(errcode: number, errmsg: unknown): FaultError {
  const text = typeof errmsg === 'string' ? errmsg : '';
  const hint = HINT.exec(text)?.[1];
  const ip = FROM_IP.exec(text)?.[1];
  return new FaultError(FAULTS_BY_ERRCODE.get(errcode) ?? 'wecom.error', {
    detail: { errcode, ...(ip === undefined ? {} : { ip }), ...(hint === undefined ? {} : { hint }) },
  });
}
