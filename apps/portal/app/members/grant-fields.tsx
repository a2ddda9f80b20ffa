import { DIRECTIONS, MESSAGE_ACTIONS, type Action } from '@highwater/domain';
import type { ReactNode } from 'react';
import type { OfferedGrantView } from '../api/setup-types.ts';
import { Field } from '../components/field.tsx';
import { PeoplePicker } from '../components/people-picker.tsx';
import { PickList } from '../components/pick-list.tsx';
import { choiceEntries } from '../people/choice-entries.ts';
import { OFFERED } from '../people/offered.ts';
import { KINDS } from '../search/kinds.ts';
import { useWords } from '../words/words-context.tsx';
import { DepartmentPicker } from './department-picker.tsx';
import type { GrantChoices } from './load-grant-choices.ts';
import { SeekBox } from './seek-box.tsx';
import { Tick } from './tick.tsx';

interface GrantFieldsProps {
  readonly choices: GrantChoices;
  readonly chosen: OfferedGrantView;
  /** Actions that the asker may give. */
  readonly mayGive: readonly Action[];
}

/** All that a grant says, to be chosen: everything stands in the page without JavaScript too. */
export function GrantFields({ choices, chosen, mayGive }: GrantFieldsProps) {
  const words = useWords();
  const { t } = words;
  const { sought } = choices;
  const customers = choiceEntries(choices.customers, chosen.customers);
  return (
    <>
      <Step title={t('grants.step.whose')} help={t('grants.help.whose')} isOpen>
        <Tick name="isEverything" value="1" checked={chosen.isEverything} hint={t('grants.everythingHint')}>
          {t('grants.everything')}
        </Tick>
        <Tick name="isSelf" value="1" checked={chosen.isSelf} hint={t('grants.selfHint')}>
          {t('grants.self')}
        </Tick>
        <div>
          <PeoplePicker
            legend={t('members.mayRead')}
            hint={t('members.grantHint')}
            name="employees"
            people={choices.employees}
            chosen={chosen.employees}
          />
          {(sought.who !== '' || choices.employees.length >= OFFERED) && (
            <SeekBox name="seekWho" sought={sought.who} label={t('members.filterPeople')} />
          )}
        </div>
        <div>
          <DepartmentPicker
            departments={choices.departments}
            chosen={chosen.departments}
            asOf={chosen.departmentsAsOf}
            sought={sought.department}
          />
          {(sought.department !== '' || choices.hasMoreDepartments) && (
            <SeekBox name="seekDepartment" sought={sought.department} label={t('members.findDepartments')} />
          )}
        </div>
      </Step>
      <Step
        title={t('grants.step.whom')}
        help={t('grants.help.whom')}
        isOpen={sought.customer !== '' || chosen.customers.length + chosen.tags.length > 0}
      >
        <div>
          <PickList
            legend={t('grants.customers')}
            name="customers"
            entries={customers.entries}
            chosen={customers.chosen}
            filterWord={t('grants.findCustomers')}
            none={t('grants.noCustomers')}
          />
          <SeekBox name="seekCustomer" sought={sought.customer} label={t('grants.findCustomers')} />
        </div>
        <PickList
          legend={t('grants.tags')}
          name="tags"
          entries={tagEntries(choices.tags, chosen.tags, (group, name) => t('grants.say.tag', { group, name }))}
          chosen={chosen.tags.map(tagKey)}
          filterWord={t('grants.tags')}
          none={t('grants.noTags')}
        />
      </Step>
      <Step
        title={t('grants.step.where')}
        help={t('grants.help.where')}
        isOpen={sought.room !== '' || chosen.rooms.length + chosen.kinds.length + chosen.directions.length > 0}
      >
        <div>
          <PickList
            legend={t('grants.rooms')}
            name="rooms"
            entries={roomEntries(choices.rooms, chosen)}
            chosen={chosen.rooms}
            filterWord={t('grants.findRooms')}
            none={t('grants.noRooms')}
          />
          <SeekBox name="seekRoom" sought={sought.room} label={t('grants.findRooms')} />
        </div>
        <PickList
          legend={t('search.kind')}
          name="kinds"
          entries={KINDS.map((kind) => ({ value: kind, name: t(`kinds.name.${kind}`) }))}
          chosen={chosen.kinds}
          filterWord={t('search.kind')}
          none=""
        />
        <fieldset className="flex flex-wrap gap-x-4">
          <legend className="mb-1 text-sm font-medium">{t('grants.directions')}</legend>
          {DIRECTIONS.map((direction) => (
            <label key={direction} className="flex min-h-8 items-center gap-2">
              <input
                type="checkbox"
                name="directions"
                value={direction}
                defaultChecked={chosen.directions.includes(direction)}
              />
              {t(`search.directions.${direction}`)}
            </label>
          ))}
        </fieldset>
      </Step>
      <Step
        title={t('grants.step.when')}
        help={t('grants.help.when')}
        isOpen={chosen.sentFrom !== null || chosen.sentUntil !== null}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <DayField label={t('grants.sentFrom')} name="sentFrom" at={chosen.sentFrom} />
          <DayField label={t('grants.sentUntil')} name="sentUntil" at={lastOf(chosen.sentUntil)} />
        </div>
      </Step>
      <Step title={t('grants.step.what')} help={t('grants.help.what')} isOpen>
        <fieldset className="flex flex-wrap gap-x-4">
          <legend className="mb-1 text-sm font-medium">{t('grants.actions')}</legend>
          {MESSAGE_ACTIONS.filter((action) => mayGive.includes(action) || chosen.actions.includes(action)).map(
            (action) => (
              <label key={action} className="flex min-h-8 items-center gap-2">
                <input type="checkbox" name="actions" value={action} defaultChecked={chosen.actions.includes(action)} />
                {t(`members.right.${action}`)}
              </label>
            ),
          )}
        </fieldset>
        <div className="grid gap-4 sm:grid-cols-2">
          <DayField label={t('grants.expiresOn')} name="expiresOn" at={lastOf(chosen.expiresAt)} />
          <Field
            label={t('grants.noteField')}
            hint={t('grants.noteHint')}
            name="note"
            maxLength={500}
            defaultValue={chosen.note ?? ''}
          />
        </div>
      </Step>
    </>
  );
}

function Step({
  title,
  help,
  isOpen,
  children,
}: {
  title: string;
  help: string;
  isOpen: boolean;
  children: ReactNode;
}) {
  return (
    <details open={isOpen} className="rounded-md border border-line">
      <summary className="cursor-pointer px-4 py-2.5 text-sm font-semibold">{title}</summary>
      <div className="flex min-w-0 flex-col gap-4 border-t border-line p-4">
        <p className="text-xs text-muted">{help}</p>
        {children}
      </div>
    </details>
  );
}

function DayField({ label, name, at }: { label: string; name: string; at: number | null }) {
  const { zone, formatDate } = useWords();
  return <Field label={label} name={name} type="date" defaultValue={at === null ? '' : formatDate(at, zone)} />;
}

/** The last instant before an end that is not included. */
function lastOf(until: number | null): number | null {
  return until === null ? null : until - 1;
}

interface TagLike {
  readonly connectionId: string;
  readonly tagId: string;
  readonly groupName: string;
  readonly name: string;
}

export function tagKey({ connectionId, tagId }: Pick<TagLike, 'connectionId' | 'tagId'>): string {
  return `${connectionId} ${tagId}`;
}

function tagEntries(
  offered: readonly TagLike[],
  chosen: readonly TagLike[],
  nameOf: (group: string, name: string) => string,
) {
  const all = new Map([...chosen, ...offered].map((tag) => [tagKey(tag), tag]));
  return [...all].map(([value, { groupName, name }]) => ({ value, name: nameOf(groupName, name) }));
}

function roomEntries(
  offered: readonly { readonly roomId: string; readonly name: string | null }[],
  { rooms, names }: OfferedGrantView,
) {
  const known = new Map(offered.map(({ roomId, name }) => [roomId, name]));
  for (const roomId of rooms) {
    if (!known.has(roomId)) known.set(roomId, names.find(({ key }) => key === roomId)?.name ?? null);
  }
  return [...known].map(([value, name]) => ({
    value,
    name: name ?? value,
    ...(name === null ? {} : { note: value }),
  }));
}
