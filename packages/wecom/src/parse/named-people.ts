import type { CanonicalMessage, MessageBody, PersonKey } from '@highwater/domain';

/** Whom a message names: its sender first, then those in what it says, as far as they are told apart from text; no repeats. */
export function namedPeople(message: CanonicalMessage): PersonKey[] {
  const named = [message.from, ...namedIn(message.body)];
  return [...new Set(named.filter((key) => key !== null))];
}

function namedIn(body: MessageBody): readonly (PersonKey | null)[] {
  switch (body.kind) {
    case 'card':
    case 'agree':
    case 'disagree':
    case 'switch':
      return [body.person];
    case 'docmsg':
      return [body.creator];
    case 'meeting_voice_call':
      return [...body.shownFiles, ...body.sharedScreens].map(({ person }) => person);
    case 'solitaire':
      return body.entries.map(({ person }) => person);
    case 'chatrecord':
    case 'mixed':
    case 'note':
      return body.items.flatMap((item) => namedIn(item.body));
    default:
      return [];
  }
}
