import { FaultError, type Fault } from '@highwater/domain';

/** What WeCom's errcodes mean for calls about people and apps, where no message is affected. */
const OF_OTHER_CALLS: ReadonlySet<Fault> = new Set([
  'contact.unknown',
  'person.unknown',
  'department.unknown',
  'room.unknown',
  'room.internal',
  'scope.missing',
  'app.not_permitted',
  'login.unregistered',
]);

/**
 * The fault as a call for messages means it: an errcode that elsewhere costs a name stops the archive here, and is
 * `wecom.error` with its number.
 */
export function faultOfArchiveCall(error: FaultError): FaultError {
  if (!OF_OTHER_CALLS.has(error.fault)) return error;
  return new FaultError('wecom.error', { detail: error.detail, cause: error });
}
