import { EVENT_GROUPS } from '@highwater/domain';
import { Form, Link } from '@remix-run/react';
import type { AuditActorView } from '@highwater/api-client';
import { Button } from '../components/button.tsx';
import { CONTROL, Field } from '../components/field.tsx';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { SelectField } from '../components/select-field.tsx';
import { TextLink } from '../components/text-link.tsx';
import { paths } from '../paths.ts';
import { daysOf, RANGES, rangeWord } from '../search/relative-range.ts';
import { useWords } from '../words/words-context.tsx';
import { auditAddress, isFiltered, type AuditFilters } from './filters.ts';

interface FilterProps {
  readonly filters: AuditFilters;
  readonly actors: readonly AuditActorView[];
  /** What `filters.about` is called; empty where nothing on the page names it. */
  readonly aboutName: string;
  readonly today: string;
}

/** Everything that narrows the log; a form whose address is the filter. */
export function AuditFilter({ filters, actors, aboutName, today }: FilterProps) {
  const { t, zone } = useWords();
  const people = actors.map(({ memberId, name, isMember }) => ({
    value: memberId,
    label: isMember ? name : `${name}${t('audit.left')}`,
  }));
  return (
    <Form method="get" className="mb-4 flex flex-col gap-3 rounded-lg border border-line p-4">
      <div className="grid gap-3 sm:grid-cols-3">
        <SelectField
          key={`who ${filters.who}`}
          label={t('audit.filter.who')}
          name="who"
          defaultValue={filters.who}
          options={[
            { value: '', label: t('audit.filter.anyone') },
            ...people,
            { value: 'system', label: t('audit.actor.system') },
            { value: 'operator', label: t('audit.actor.operator') },
          ]}
        />
        <SelectField
          key={`group ${filters.group}`}
          label={t('audit.filter.group')}
          name="group"
          defaultValue={filters.group}
          options={[
            { value: '', label: t('audit.filter.any') },
            ...EVENT_GROUPS.map((group) => ({ value: group, label: t(`audit.group.${group}`) })),
          ]}
        />
        <Field
          key={`address ${filters.address}`}
          label={t('audit.filter.address')}
          name="address"
          defaultValue={filters.address}
          placeholder={t('audit.filter.addressHint')}
          inputMode="text"
          autoComplete="off"
        />
      </div>
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{t('audit.filter.period')}</legend>
        <div className="mb-2 flex flex-wrap gap-1">
          {[...RANGES, '' as const].map((range) => {
            const isOwn = filters.from !== '' || filters.until !== '';
            const days = range === '' ? undefined : daysOf(range, today);
            return (
              <Link
                key={range}
                to={paths.audit(auditAddress(filters, { range, from: '', until: '' }))}
                title={days && t('search.fromUntil', { ...days })}
                aria-current={!isOwn && filters.range === range ? 'true' : undefined}
                className="rounded-md bg-surface-3 px-2 py-1 text-xs hover:text-accent aria-[current]:bg-accent-soft aria-[current]:text-accent"
              >
                {range === '' ? t('search.allTime') : rangeWord(range, t)}
              </Link>
            );
          })}
        </div>
        <div className="grid max-w-md grid-cols-2 gap-2">
          {(['from', 'until'] as const).map((name) => (
            <label key={`${name} ${filters[name]}`} className="text-xs text-muted">
              {t(`audit.filter.${name}`)}
              <input type="date" name={name} defaultValue={filters[name]} max={today} className={CONTROL} />
            </label>
          ))}
        </div>
        <p className="mt-1 text-xs text-muted">{t('audit.filter.zone', { zone })}</p>
      </fieldset>
      {filters.about !== '' && (
        <p className="text-sm">
          {aboutName === '' ? t('audit.filter.aboutId') : t('audit.filter.aboutNow', { name: aboutName })}{' '}
          <TextLink to={paths.audit(auditAddress(filters, { about: '' }))}>{t('audit.filter.removeAbout')}</TextLink>
        </p>
      )}
      <HiddenFields values={{ about: filters.about, range: filters.range }} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button look="primary">{t('audit.filter.apply')}</Button>
        <label className="flex min-h-9 items-center gap-2 text-sm">
          <input
            key={filters.group}
            type="checkbox"
            name="denials"
            value="1"
            defaultChecked={filters.group === 'denials'}
          />
          {t('audit.filter.denials')}
        </label>
        {isFiltered(filters) && <TextLink to={paths.audit()}>{t('audit.filter.clear')}</TextLink>}
      </div>
    </Form>
  );
}
