import { FaultError, type Fault } from '@highwater/domain';
import { OWN_CODES } from '../native/lease-helper.ts';
import type { RelayNotes } from '../relay/relay-pass.ts';
import { faultOfErrcode } from '../page/fault-of-errcode.ts';
import { faultOfMediaErrcode } from './read-media-answer.ts';

export type LibraryCall = 'page' | 'media' | 'decrypt';

type FaultsOfCall = Readonly<Record<LibraryCall, Fault>>;
const all = (fault: Fault): FaultsOfCall => ({ page: fault, media: fault, decrypt: fault });

/**
 * The library's return codes (reference §1.5, finance-library.md §5) as faults, per call, before what the relay saw is
 * taken into account. Whether to try again is the fault's own property (domain/fault.ts).
 */
const FAULTS_BY_CODE: ReadonlyMap<number, FaultsOfCall> = new Map<number, FaultsOfCall>([
  // Arguments: we never pass wrong ones knowingly.
  [10000, all('wecom.arguments')],
  [10001, all('wecom.unreachable')],
  // Official for both: repeat. A shard is repeated with the same index.
  [10002, { page: 'wecom.error', media: 'media.interrupted', decrypt: 'envelope.unreadable' }],
  [10003, { page: 'wecom.error', media: 'media.interrupted', decrypt: 'envelope.unreadable' }],
  // Documented as retired.
  [10004, { page: 'wecom.error', media: 'media.undecryptable', decrypt: 'key.wrong' }],
  // Also: a key info that makes no sense.
  [10005, { page: 'wecom.error', media: 'media.bad_id', decrypt: 'envelope.unreadable' }],
  [10006, { page: 'wecom.error', media: 'media.undecryptable', decrypt: 'envelope.unreadable' }],
  // Documented as retired: private key of that version missing.
  [10007, { page: 'wecom.error', media: 'media.undecryptable', decrypt: 'key.missing' }],
  [10008, { page: 'wecom.error', media: 'media.undecryptable', decrypt: 'key.wrong' }],
  [10009, all('ip.untrusted')],
  [10010, { page: 'archive.window_passed', media: 'media.expired', decrypt: 'envelope.unreadable' }],
  [10011, all('wecom.certificate')],
  [OWN_CODES.tooShort, all('envelope.unreadable')],
  [OWN_CODES.refused, all('wecom.arguments')],
  [OWN_CODES.tooLarge, { page: 'wecom.error', media: 'media.too_large', decrypt: 'envelope.unreadable' }],
  [OWN_CODES.order, all('wecom.arguments')],
]);

/** Codes behind which a refusal by errcode can hide: the network's, and for media the two of an odd answer. */
const HIDING: ReadonlySet<number> = new Set([10001, 10002, 10003]);

/**
 * The fault of a return code other than 0. What the relay saw wins where the library could only say that something
 * was wrong: the certificate, the answer to gettoken, the errcode of a media call. Detail: code.
 */
export function faultOfReturnCode(code: number, call: LibraryCall, notes?: Readonly<RelayNotes>): FaultError {
  if (notes !== undefined && HIDING.has(code)) {
    if (notes.fault !== undefined) return notes.fault;
    if (notes.refusal !== undefined) {
      const { errcode, errmsg } = notes.refusal;
      return call === 'media' ? faultOfMediaErrcode(errcode, errmsg) : faultOfErrcode(errcode, errmsg);
    }
  }
  return new FaultError(FAULTS_BY_CODE.get(code)?.[call] ?? 'wecom.error', { detail: { code } });
}
