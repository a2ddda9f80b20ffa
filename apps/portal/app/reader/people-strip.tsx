import type { ConversationView } from '../api/types.ts';
import { PersonName } from '../components/person-name.tsx';
import { useWords } from '../words/words-context.tsx';

/** People named at the head of a conversation; the rest is a count. */
const NAMED = 8;

export function PeopleStrip({ conversation }: { conversation: ConversationView }) {
  const { t } = useWords();
  const { people } = conversation;
  // The title of a pair names both already.
  const named = conversation.kind !== 'pair' && conversation.kind !== 'self';
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>{t(`reader.kind.${conversation.kind}`)}</span>
      {named && people.slice(0, NAMED).map((person) => <PersonName key={person.personKey} person={person} />)}
      {!named && conversation.isExternal && <span>{t('reader.external')}</span>}
      {named && people.length > NAMED && <span>{t('reader.andMore', { count: people.length - NAMED })}</span>}
    </span>
  );
}
