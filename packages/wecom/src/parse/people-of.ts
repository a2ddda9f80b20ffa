import type { CanonicalMessage, PersonKey } from '@highwater/domain';

/** Sender first, then the receivers; no repeats. These are the participants that access conditions look at. */
export function peopleOf(message: CanonicalMessage): PersonKey[] {
  return message.from === null ? [...message.to] : [message.from, ...message.to];
}
