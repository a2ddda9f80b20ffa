import type { PersonView, RoomView } from '../api/types.ts';
import { Button } from '../components/button.tsx';
import { CONTROL } from '../components/field.tsx';
import { personName } from '../components/person-name.tsx';
import { paths } from '../paths.ts';
import { FindPeople } from '../people/find-people.tsx';
import { roomName } from '../reader/conversation-title.ts';
import { useWords } from '../words/words-context.tsx';
import { Chip } from './chip.tsx';
import { ChoiceList } from './choice-list.tsx';
import { DayPresets } from './day-presets.tsx';
import { filterQuery } from './filter-query.ts';
import type { Filters } from './filters.ts';
import { KINDS } from './kinds.ts';

interface ChipsProps {
  readonly filters: Filters;
  readonly people: readonly PersonView[];
  /** The name by which people were looked for. */
  readonly who: string;
  readonly rooms: readonly RoomView[];
  /** Today in the company's zone. */
  readonly today: string;
}

/** Person, room, kind and time, each a chip; part of the search form. */
export function FilterChips({ filters, people, who, rooms, today }: ChipsProps) {
  const words = useWords();
  const { t } = words;
  const without = (change: Partial<Filters>) => paths.search(filterQuery(filters, change));
  const person = people.find(({ personKey }) => personKey === filters.person);
  const room = rooms.find(({ roomId }) => roomId === filters.room);
  const range = [filters.from, filters.until].some((day) => day !== '')
    ? `${filters.from || '…'} – ${filters.until || '…'}`
    : '';
  const apply = (
    <div className="sticky bottom-0 mt-1 bg-surface pt-1">
      <Button look="primary" className="w-full">
        {t('search.apply')}
      </Button>
    </div>
  );
  return (
    <div className="flex flex-wrap gap-2">
      <Chip
        name={t('search.person')}
        chosen={person ? personName(person) : filters.person}
        clear={without({ person: '' })}
        open={who !== '' && filters.person === ''}
      >
        <FindPeople who={who} offered={people.length} />
        <ChoiceList
          type="radio"
          name="person"
          chosen={[filters.person]}
          filterWord={t('search.narrow')}
          choices={people.map((each) => ({
            value: each.personKey,
            label: personName(each),
            note: each.displayName === each.writtenAs ? null : each.writtenAs,
          }))}
        />
        {apply}
      </Chip>
      <Chip name={t('search.room')} chosen={room ? roomName(room, words) : filters.room} clear={without({ room: '' })}>
        <ChoiceList
          type="radio"
          name="room"
          chosen={[filters.room]}
          filterWord={t('search.narrow')}
          choices={rooms.map((each) => ({ value: each.roomId, label: roomName(each, words) }))}
        />
        {apply}
      </Chip>
      <Chip
        name={t('search.kind')}
        chosen={filters.kinds.map((kind) => t(`kinds.name.${kind}`)).join(t('common.comma'))}
        clear={without({ kinds: [] })}
      >
        <ChoiceList
          type="checkbox"
          name="kind"
          chosen={filters.kinds}
          filterWord={t('search.narrow')}
          choices={KINDS.map((kind) => ({ value: kind, label: t(`kinds.name.${kind}`) }))}
        />
        {apply}
      </Chip>
      <Chip name={t('search.time')} chosen={range} clear={without({ from: '', until: '' })}>
        <DayPresets filters={filters} today={today} />
        <div className="grid grid-cols-2 gap-2">
          <label className="text-xs text-muted">
            {t('search.from')}
            <input type="date" name="from" defaultValue={filters.from} max={today} className={CONTROL} />
          </label>
          <label className="text-xs text-muted">
            {t('search.until')}
            <input type="date" name="until" defaultValue={filters.until} max={today} className={CONTROL} />
          </label>
        </div>
        <p className="mt-1 text-xs text-muted">{t('search.zone', { zone: words.zone })}</p>
        {apply}
      </Chip>
      {filters.conversation !== '' && <input type="hidden" name="conversation" value={filters.conversation} />}
    </div>
  );
}
