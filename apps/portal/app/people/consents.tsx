import type { PersonRecordView } from '../api/types.ts';
import { Panel } from '../components/panel.tsx';
import { TextLink } from '../components/text-link.tsx';
import { paths } from '../paths.ts';
import { roomName } from '../reader/conversation-title.ts';
import { useWords } from '../words/words-context.tsx';
import { consentWords } from './consent-words.ts';
import { PersonLink } from './person-link.tsx';

/** Where a contact stands, in one line and towards each employee and in each room. */
export function PersonConsents({ person }: { person: PersonRecordView }) {
  const words = useWords();
  const { t, when, fault } = words;
  return (
    <Panel
      title={t('reader.consent')}
      aside={<TextLink to={paths.consents(person.personKey)}>{t('people.consentAll')}</TextLink>}
    >
      <p className="text-sm">{consentWords(person.consent, words)}</p>
      {person.consentStates.length > 0 && (
        <>
          <h3 className="mt-3 mb-1 text-xs text-muted">{t('people.consentNow')}</h3>
          <ul className="flex flex-col gap-1 text-sm">
            {person.consentStates.map(
              ({ employee, roomId, roomName: name, status, changedAt, fault: cause, messageId }) => (
                <li key={employee?.personKey ?? roomId ?? messageId} className="flex flex-wrap items-center gap-x-2">
                  {employee !== null && <PersonLink person={employee} />}
                  {roomId !== null && <span>{roomName({ roomId, name, isExternal: true }, words)}</span>}
                  <span className="font-medium">
                    {status === null ? t('people.consentUnknown') : t(`people.consentStatus.${status}`)}
                  </span>
                  <span className="text-xs text-muted tabular-nums">
                    {cause !== null
                      ? fault(cause).title
                      : changedAt !== null && t('people.consentSince', { at: when(changedAt) })}
                  </span>
                  {messageId !== null && (
                    <TextLink to={paths.message(messageId)}>{t('people.consentInMessage')}</TextLink>
                  )}
                </li>
              ),
            )}
          </ul>
        </>
      )}
    </Panel>
  );
}
