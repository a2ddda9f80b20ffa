import { DIRECTIONS } from '@highwater/domain';
import type { ReactNode } from 'react';
import { Button } from '../components/button.tsx';
import { CONTROL } from '../components/field.tsx';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import { ChoiceList } from './choice-list.tsx';
import { DayPresets } from './day-presets.tsx';
import type { Choice } from './find-choices.ts';
import { filterQuery, withOne } from './filter-query.ts';
import { FilterMenu } from './filter-menu.tsx';
import { hasTime, type Asked, type Filters } from './filters.ts';
import { Finder } from './finder.tsx';
import { KINDS } from './kinds.ts';

interface BarProps {
  readonly filters: Filters;
  /** People or rooms that were looked for without JavaScript. */
  readonly looked: { readonly of: 'who' | 'where'; readonly typed: string; readonly found: readonly Choice[] } | null;
  /** Today in the company's zone. */
  readonly today: string;
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="mb-1 border-b border-line pb-1 last-of-type:border-0">
      <legend className="px-2 pt-1 text-xs text-muted">{title}</legend>
      {children}
    </fieldset>
  );
}

interface YesNoAnyProps {
  readonly name: string;
  readonly chosen: Asked;
  readonly yes: string;
  readonly no: string;
}

function YesNoAny({ name, chosen, yes, no }: YesNoAnyProps) {
  const { t } = useWords();
  const choices = [
    { value: '', label: t('search.any') },
    { value: 'true', label: yes },
    { value: 'false', label: no },
  ];
  return <ChoiceList type="radio" name={name} chosen={[chosen]} choices={choices} />;
}

/** Everything that narrows a search; part of its form, so that it works without JavaScript. */
export function FilterBar({ filters, looked, today }: BarProps) {
  const { t, zone } = useWords();
  const to = (change: Partial<Filters>) => paths.search(filterQuery(filters, change));
  const lookedFor = (of: 'who' | 'where') => (looked?.of === of ? looked : { typed: '', found: null });
  const [who, where] = [lookedFor('who'), lookedFor('where')];
  const { directions, media, recalled, unanswered } = filters;
  const apply = (
    <div className="sticky bottom-0 mt-1 bg-surface pt-1">
      <Button look="primary" className="w-full">
        {t('search.apply')}
      </Button>
    </div>
  );
  return (
    <div className="flex flex-wrap gap-2">
      <FilterMenu name={t('search.person')} on={filters.people.length > 0} open={who.found !== null} mark="who">
        <Finder
          of="who"
          label={t('search.findPerson')}
          {...who}
          addressOf={(key) => to({ people: withOne(filters.people, key) })}
        />
      </FilterMenu>
      <FilterMenu name={t('search.room')} on={filters.room !== ''} open={where.found !== null} mark="where">
        <Finder of="where" label={t('search.findRoom')} {...where} addressOf={(room) => to({ room })} />
      </FilterMenu>
      <FilterMenu name={t('search.kind')} on={filters.kinds.length > 0} mark="kind">
        <ChoiceList
          type="checkbox"
          name="kind"
          chosen={filters.kinds}
          filterWord={t('search.narrow')}
          choices={KINDS.map((kind) => ({ value: kind, label: t(`kinds.name.${kind}`) }))}
        />
        {apply}
      </FilterMenu>
      <FilterMenu name={t('search.time')} on={hasTime(filters)} mark="time">
        <DayPresets filters={filters} today={today} />
        <p className="mb-1 text-xs text-muted">{t('search.ownDays')}</p>
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
        <p className="mt-1 text-xs text-muted">{t('search.zone', { zone })}</p>
        {apply}
      </FilterMenu>
      <FilterMenu
        name={t('search.more')}
        on={directions.length > 0 || media !== '' || recalled !== '' || unanswered !== ''}
        mark="more"
      >
        <Part title={t('search.direction')}>
          <ChoiceList
            type="checkbox"
            name="direction"
            chosen={directions}
            choices={DIRECTIONS.map((value) => ({ value, label: t(`search.directions.${value}`) }))}
          />
        </Part>
        <Part title={t('search.media')}>
          <YesNoAny name="media" chosen={media} yes={t('search.withMedia')} no={t('search.withoutMedia')} />
        </Part>
        <Part title={t('search.recalled')}>
          <YesNoAny name="recalled" chosen={recalled} yes={t('search.onlyRecalled')} no={t('search.notRecalled')} />
        </Part>
        <Part title={t('search.unanswered')}>
          <ChoiceList
            type="checkbox"
            name="unanswered"
            chosen={[unanswered]}
            choices={[{ value: 'true', label: t('search.unanswered') }]}
          />
          <p className="px-2 text-xs text-muted">{t('search.unansweredHint')}</p>
        </Part>
        {apply}
      </FilterMenu>
      <HiddenFields
        values={{
          person: filters.people,
          room: filters.room,
          conversation: filters.conversation,
          range: filters.range,
        }}
      />
    </div>
  );
}
