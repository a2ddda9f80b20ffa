import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { changeReadingSettings, getReadingSettings } from '../../api/settings.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { fieldError, FormProblem } from '../../components/form-problem.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { paths } from '../../paths.ts';
import { act, listField, textField } from '../../session/act.ts';
import { read } from '../../session/read.ts';
import { requireSight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('readingSettings.title');

const DAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
const FIELDS = ['dialogGapMinutes', 'unansweredHours', 'workingDays', 'workingFrom', 'workingUntil'];
/** A field of a time knows no 24:00. */
const MIDNIGHT = { field: '00:00', setting: '24:00' } as const;

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    await requireSight(visit, 'view');
    return {
      settings: await getReadingSettings(visit.api),
      isSaved: visit.url.searchParams.has('saved'),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form) => {
    const until = textField(form, 'workingUntil');
    await changeReadingSettings(visit.api, {
      dialogGapMinutes: Number(textField(form, 'dialogGapMinutes')),
      unansweredHours: Number(textField(form, 'unansweredHours')),
      workingDays: listField(form, 'workingDays').map(Number),
      workingFrom: textField(form, 'workingFrom'),
      workingUntil: until === MIDNIGHT.field ? MIDNIGHT.setting : until,
    });
    throw redirect(paths.readingSettings({ saved: '1' }));
  });

export default function ReadingSettings() {
  const { settings, isSaved } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t } = useWords();
  const problem = refusal?.problem;
  const { mayChange, zone, workingUntil } = settings;
  const typed = (name: string, kept: string | number) => refusal?.typed[name] ?? String(kept);
  return (
    <div className="max-w-2xl">
      <PageHead title={t('readingSettings.title')} lead={t('readingSettings.lead')} />
      {isSaved && refusal === undefined && (
        <div className="mb-4" role="status">
          <Notice tone="healthy" title={t('readingSettings.saved')} />
        </div>
      )}
      {!mayChange && <p className="mb-4 text-muted">{t('readingSettings.readOnly')}</p>}
      <Form method="post">
        <fieldset disabled={!mayChange} className="flex min-w-0 flex-col gap-5">
          <FormProblem problem={problem} fields={FIELDS} />
          <Field
            label={t('readingSettings.gap')}
            name="dialogGapMinutes"
            type="number"
            min={5}
            max={1440}
            required
            defaultValue={typed('dialogGapMinutes', settings.dialogGapMinutes)}
            hint={t('readingSettings.gapHint')}
            error={fieldError(problem, 'dialogGapMinutes', t('readingSettings.gapWrong'))}
          />
          <Field
            label={t('readingSettings.hours')}
            name="unansweredHours"
            type="number"
            min={1}
            max={72}
            required
            defaultValue={typed('unansweredHours', settings.unansweredHours)}
            hint={t('readingSettings.hoursHint')}
            error={fieldError(problem, 'unansweredHours', t('readingSettings.hoursWrong'))}
          />
          <fieldset>
            <legend className="mb-1 text-sm font-medium">{t('readingSettings.days')}</legend>
            <div className="flex flex-wrap gap-x-4 gap-y-1">
              {DAYS.map((day) => (
                <label key={day} className="flex min-h-9 items-center gap-2">
                  <input
                    type="checkbox"
                    name="workingDays"
                    value={day}
                    defaultChecked={settings.workingDays.includes(Number(day))}
                  />
                  {t(`readingSettings.day.${day}`)}
                </label>
              ))}
            </div>
            {problem !== undefined && (
              <p className="text-sm text-loss">{fieldError(problem, 'workingDays', t('readingSettings.daysWrong'))}</p>
            )}
          </fieldset>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field
              label={t('readingSettings.from')}
              name="workingFrom"
              type="time"
              required
              defaultValue={typed('workingFrom', settings.workingFrom)}
              hint={t('readingSettings.zone', { zone })}
              error={fieldError(problem, 'workingFrom', t('errors.timeWrong'))}
            />
            <Field
              label={t('readingSettings.until')}
              name="workingUntil"
              type="time"
              required
              defaultValue={typed('workingUntil', workingUntil === MIDNIGHT.setting ? MIDNIGHT.field : workingUntil)}
              error={fieldError(problem, 'workingUntil', t('readingSettings.untilWrong'))}
            />
          </div>
          {mayChange && (
            <div>
              <Button look="primary">{t('readingSettings.save')}</Button>
            </div>
          )}
        </fieldset>
      </Form>
    </div>
  );
}
