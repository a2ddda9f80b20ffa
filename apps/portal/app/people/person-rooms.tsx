import type { PersonRecordView } from '../api/types.ts';
import { Panel } from '../components/panel.tsx';
import { TextLink } from '../components/text-link.tsx';
import { paths } from '../paths.ts';
import { roomName } from '../reader/conversation-title.ts';
import { useWords, type Words } from '../words/words-context.tsx';

type Stay = PersonRecordView['rooms'][number]['stays'][number];

function stayWords(stay: Stay | undefined, { t, when }: Words): string | null {
  if (stay === undefined) return null;
  if (stay.endedBy !== null) return t('people.leftRoom', { at: when(stay.endedBy) });
  return stay.joinedAt === null ? t('people.inRoom') : t('people.inRoomSince', { at: when(stay.joinedAt) });
}

/** Rooms that a person is or was in, latest first. */
export function PersonRooms({ person: { rooms, connectionId } }: { person: PersonRecordView }) {
  const words = useWords();
  const { t } = words;
  return (
    <Panel title={t('people.rooms')}>
      {rooms.length === 0 ? (
        <p className="text-sm text-muted">{t('people.roomsNone')}</p>
      ) : (
        <ul className="flex flex-col gap-1.5 text-sm">
          {rooms.map((room) => {
            const stay = room.stays.at(-1);
            return (
              <li key={room.roomId} className="flex flex-wrap items-center gap-x-2">
                <TextLink to={paths.room(connectionId, room.roomId)}>{roomName(room, words)}</TextLink>
                <span className="text-xs text-muted tabular-nums">
                  {[stayWords(stay, words), stay?.nickname ? t('people.roomNickname', { name: stay.nickname }) : null]
                    .filter((part) => part !== null)
                    .join(' · ')}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
