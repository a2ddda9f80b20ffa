import { FaultError, type Fault } from '@highwater/domain';

/** WeCom does not know the thing, or not for this secret, or only a missing secret could ask: others are another matter. */
const OF_THE_THING: readonly Fault[] = [
  'contact.unknown',
  'person.unknown',
  'department.unknown',
  'room.unknown',
  'room.internal',
  'scope.missing',
  'secret.missing',
];
/** What only a person can mend, in WeCom's console or in the settings of the connection. */
const OF_THE_SETTINGS: readonly Fault[] = [
  'corp_id.wrong',
  'secret.wrong',
  'secret.wrong_kind',
  'ip.untrusted',
  'archive.not_opened',
  'archive.expired',
  'app.not_permitted',
  'login.unregistered',
  'scope.missing',
];
/** These hold for every call with the secret, whatever the kind. */
const OF_THE_SECRET: readonly Fault[] = [
  'corp_id.wrong',
  'secret.wrong',
  'ip.untrusted',
  'archive.not_opened',
  'archive.expired',
];

/** One outage, whatever the kind: nothing in the settings mends it. */
const OF_THE_LINE: readonly Fault[] = [
  'wecom.unreachable',
  'wecom.busy',
  'wecom.failing',
  'wecom.throttled',
  'wecom.certificate',
  'wecom.token_refused',
];

/** Whether a failed look is about the thing that was asked for, and the others go on. */
export function isOfTheThing(error: unknown): error is FaultError {
  return error instanceof FaultError && OF_THE_THING.includes(error.fault);
}

/** A number that nobody explained: it may be about the thing or about everything. */
export function isUnexplained(error: unknown): error is FaultError {
  return error instanceof FaultError && (error.fault === 'wecom.error' || error.fault === 'wecom.arguments');
}

/** Whether a failed call ends the turn, to be told and tried again later; anything else is a fault of ours. */
export function isOfTheWay(error: unknown): error is FaultError {
  return error instanceof FaultError && (OF_THE_SETTINGS.includes(error.fault) || error.fault.startsWith('wecom.'));
}

export function isOfTheSettings(fault: Fault): boolean {
  return OF_THE_SETTINGS.includes(fault);
}

export function isOfTheLine(fault: Fault): boolean {
  return OF_THE_LINE.includes(fault);
}

export function isOfTheSecret(fault: Fault): boolean {
  return OF_THE_SECRET.includes(fault);
}

/** Another secret may be allowed what this one is not. */
export function mayAnotherSecretDo(error: unknown): boolean {
  return (
    error instanceof FaultError &&
    ['secret.wrong_kind', 'secret.wrong', 'scope.missing', 'app.not_permitted'].includes(error.fault)
  );
}
