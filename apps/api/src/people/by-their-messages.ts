import type { PersonOfMessages } from '@highwater/db';
import type { MessageId } from '@highwater/domain';

/** The people of each message. */
export function byTheirMessages<Person extends Pick<PersonOfMessages, 'messageIds'>>(
  people: readonly Person[],
): ReadonlyMap<MessageId, readonly Person[]> {
  const found = new Map<MessageId, Person[]>();
  for (const person of people) {
    for (const messageId of person.messageIds) {
      const known = found.get(messageId);
      if (known === undefined) found.set(messageId, [person]);
      else known.push(person);
    }
  }
  return found;
}
