import type { RoomRecordView } from '../api/coverage.ts';
import { FactList } from '../components/fact-list.tsx';
import { Panel } from '../components/panel.tsx';
import { PersonName } from '../components/person-name.tsx';
import { CureText } from '../gaps/cause.tsx';
import { CoverageBadge } from '../gaps/coverage-state.tsx';
import { cureOf } from '../gaps/cure-of.ts';
import { useWords } from '../words/words-context.tsx';
import { roomKindWord, untoldWord } from './room-words.ts';

/** What is known of a room, and what is not and why. */
export function RoomFacts({ room, mayConnect }: { room: RoomRecordView; mayConnect: boolean }) {
  const words = useWords();
  const { t, when } = words;
  const untold = untoldWord(room, words);
  // Its fault is of rooms in general; what its state means is of this one.
  const isForeign = room.state === 'not_customer_room';
  const cure = room.fault === null || isForeign ? null : cureOf(room.fault, 'room', words);
  return (
    <Panel>
      <div className="mb-3 flex flex-col gap-1">
        <div className="flex flex-wrap items-center gap-2">
          <CoverageBadge state={room.state} />
          {cure !== null && <span className="text-sm">{cure.title}</span>}
        </div>
        {room.state !== 'complete' && cure === null && (
          <p className="max-w-prose text-sm text-muted">{t(`coverage.means.${room.state}`)}</p>
        )}
        {cure !== null && <CureText cure={cure} mayConnect={mayConnect} />}
      </div>
      <FactList
        facts={[
          [t('rooms.kind'), roomKindWord(room, words)],
          [t('rooms.owner'), room.owner === null ? (untold ?? '—') : <PersonName key="owner" person={room.owner} />],
          [
            t('rooms.notice'),
            room.notice === null || room.notice === '' ? (
              (untold ?? t('rooms.noNotice'))
            ) : (
              <span key="notice" className="whitespace-pre-wrap">
                {room.notice}
              </span>
            ),
          ],
          [t('rooms.madeAt'), room.madeAt === null ? (untold ?? '—') : when(room.madeAt)],
          [t('rooms.seen'), t('rooms.seenBetween', { from: when(room.firstAt), until: when(room.lastAt) })],
          [t('rooms.lookedAt'), room.lookedAt === null ? t('rooms.neverLooked') : when(room.lookedAt)],
          [t('rooms.nextLookAt'), room.nextLookAt === null ? t('rooms.noNextLook') : when(room.nextLookAt || null)],
        ]}
      />
    </Panel>
  );
}
