import { dayOf } from '@highwater/calendar';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { listRooms } from '../../api/archive.ts';
import { createExport } from '../../api/exports.ts';
import { getDialog } from '../../api/reading.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { fieldError, FormProblem } from '../../components/form-problem.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { PickList } from '../../components/pick-list.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { CarriedFilters } from '../../exports/carried-filters.tsx';
import { KindBoxes } from '../../exports/kind-boxes.tsx';
import { OnlyFrozenDialog, OnlyThisDialog } from '../../exports/only-dialog.tsx';
import { paths } from '../../paths.ts';
import { choiceEntries } from '../../people/choice-entries.ts';
import { FindPeople } from '../../people/find-people.tsx';
import { listChoices } from '../../people/list-choices.ts';
import { roomName } from '../../reader/conversation-title.ts';
import { readAddress } from '../../reader/reading-address.ts';
import { readFilters, type Filters } from '../../search/filters.ts';
import { spanOf } from '../../search/relative-range.ts';
import { toSelection } from '../../search/to-selection.ts';
import { act, textField } from '../../session/act.ts';
import { queryTexts } from '../../session/read-query.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('exports.create');

/** Characters that the search takes. */
const LONGEST_QUESTION = 500;

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    const me = await requireRight(visit, 'export');
    const today = dayOf(me.tenant.zone, Date.now());
    const asked = readFilters(visit.url.searchParams);
    // What is exported is of days that stay.
    const filters: Filters = { ...asked, ...spanOf(asked, today), range: '' };
    const { who = '', dialog = '', of = '' } = queryTexts(visit.url.searchParams, ['who', 'dialog', 'of']);
    const { gap } = readAddress(visit.url.searchParams);
    const [people, rooms, dialogOf] = await Promise.all([
      listChoices(visit.api, { who, chosen: filters.people }),
      listRooms(visit.api, {}),
      of === '' ? null : getDialog(visit.api, of, gap),
    ]);
    return {
      filters,
      dialog,
      of,
      dialogOf,
      people: choiceEntries(people, filters.people),
      offered: people.length,
      who,
      rooms: rooms.items,
      today,
      key: crypto.randomUUID(),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form) => {
    const me = await requireRight(visit, 'export');
    const { zone } = me.tenant;
    const search = new URLSearchParams();
    for (const [name, value] of form) if (typeof value === 'string') search.append(name, value);
    const [dialog, of, gap] = [textField(form, 'dialog'), textField(form, 'of'), textField(form, 'gap')];
    const selection = {
      ...toSelection(readFilters(search), zone, dayOf(zone, Date.now())),
      ...(dialog === '' ? {} : { dialog }),
      ...(of === '' ? {} : { dialogOf: { messageId: of, gapMinutes: Number(gap) } }),
    };
    await createExport(visit.api, selection, textField(form, 'key'));
    throw redirect(paths.exports());
  });

export default function NewExport() {
  const { filters, dialog, of, dialogOf, people, offered, who, rooms, today, key } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const words = useWords();
  const { t, zone } = words;
  const any = { value: '', label: t('exports.any') };
  return (
    <div className="max-w-2xl">
      <PageHead title={t('exports.create')} lead={t('exports.createLead')} />
      <Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="key" value={key} />
        <CarriedFilters filters={filters} />
        <FormProblem problem={refusal?.problem} fields={['q', 'until']} />
        {dialog !== '' && <OnlyFrozenDialog dialogId={dialog} />}
        {dialogOf !== null && <OnlyThisDialog dialog={dialogOf} messageId={of} />}
        {filters.conversation !== '' && (
          <p className="rounded-md bg-accent-soft px-3 py-2 text-accent">{t('exports.onlyConversation')}</p>
        )}
        <Field
          label={t('search.words')}
          name="q"
          maxLength={LONGEST_QUESTION}
          defaultValue={refusal?.typed['q'] ?? filters.q}
          hint={t('exports.wordsHint')}
          error={fieldError(refusal?.problem, 'q', t('errors.wordsWrong', { count: LONGEST_QUESTION }))}
        />
        <div className="flex flex-col gap-2">
          <PickList
            legend={t('search.person')}
            name="person"
            {...people}
            filterWord={t('members.filterPeople')}
            none={t('exports.nobodyOffered')}
            hint={t('exports.peopleHint')}
          />
          <FindPeople who={who} offered={offered} />
        </div>
        <SelectField
          label={t('search.room')}
          name="room"
          defaultValue={filters.room}
          options={[any, ...rooms.map((each) => ({ value: each.roomId, label: roomName(each, words) }))]}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label={t('search.from')}
            name="from"
            type="date"
            max={today}
            defaultValue={refusal?.typed['from'] ?? filters.from}
            hint={t('search.zone', { zone })}
          />
          <Field
            label={t('search.until')}
            name="until"
            type="date"
            max={today}
            defaultValue={refusal?.typed['until'] ?? filters.until}
            error={fieldError(refusal?.problem, 'until', t('errors.rangeWrong'))}
          />
        </div>
        <KindBoxes chosen={filters.kinds} />
        <p className="text-muted">{t('exports.whatIsInside')}</p>
        <div className="flex flex-wrap gap-2">
          <Button look="primary">{t('exports.start')}</Button>
          <ButtonLink to={paths.exports()}>{t('common.cancel')}</ButtonLink>
        </div>
      </Form>
    </div>
  );
}
