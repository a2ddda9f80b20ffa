import type { ConversationView } from '../api/types.ts';
import { PersonLink } from '../people/person-link.tsx';
import { useWords } from '../words/words-context.tsx';

/** People named at the head of a conversation; the rest is a count. */
const NAMED = 8;

/** What kind of conversation it is, what its room is called today, and who takes part. */
export function PeopleStrip({ conversation }: { conversation: ConversationView }) {
  const { t } = useWords();
  const { people, name, currentName } = conversation;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>{t(`reader.kind.${conversation.kind}`)}</span>
      {currentName !== null && currentName !== name && <span>{t('people.nameNow', { name: currentName })}</span>}
      {people.slice(0, NAMED).map((person) => (
        <PersonLink key={person.personKey} person={person} />
      ))}
      {people.length > NAMED && <span>{t('reading.others', { count: people.length - NAMED })}</span>}
    </span>
  );
}
