import type { RoomRecordView } from '../api/coverage.ts';
import { Panel } from '../components/panel.tsx';
import { PersonName } from '../components/person-name.tsx';
import { useWords } from '../words/words-context.tsx';

/** Names, owners and notices of a room, newest first, each with the looks between which it was true. */
export function RoomHistory({ history }: Pick<RoomRecordView, 'history'>) {
  const { t, when } = useWords();
  return (
    <Panel title={t('rooms.history')}>
      {history.length === 0 ? (
        <p className="text-sm text-muted">{t('rooms.noHistory')}</p>
      ) : (
        <ol className="flex flex-col gap-3">
          {history.map((change) => (
            <li
              key={`${change.attribute} ${change.seenFrom}`}
              className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3 text-sm"
            >
              <span className="text-muted">{t(`rooms.became.${change.attribute}`)}</span>
              <span className={change.endedBy === null ? 'font-medium' : ''}>
                {change.person !== null ? (
                  <PersonName person={change.person} />
                ) : (
                  <span className="whitespace-pre-wrap">{change.value === '' ? t('rooms.empty') : change.value}</span>
                )}
                <span className="block text-xs font-normal text-muted tabular-nums">
                  {change.endedBy === null
                    ? t('rooms.seenSince', { from: when(change.seenFrom), until: when(change.seenUntil) })
                    : t('rooms.changedBetween', {
                        from: when(change.seenFrom),
                        until: when(change.seenUntil),
                        ended: when(change.endedBy),
                      })}
                </span>
              </span>
            </li>
          ))}
        </ol>
      )}
      <p className="mt-3 max-w-prose text-xs text-muted">{t('rooms.betweenLooks')}</p>
    </Panel>
  );
}
