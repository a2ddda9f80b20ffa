import { Form } from '@remix-run/react';
import type { QuarantineView } from '../api/quarantine.ts';
import { Button, ButtonLink } from '../components/button.tsx';
import { FactList } from '../components/fact-list.tsx';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import { daysLeft } from './read-filter.ts';

type Group = QuarantineView['groups'][number];

/** Envelopes that are closed for one cause: how many, since when, what it means, and what can be done. */
export function CauseCard({ group, now, mayWork }: { group: Group; now: number; mayWork: boolean }) {
  const { t, when, formatCount } = useWords();
  const { cause, publickeyVer, connectionId, corpId, count, firstAt, lastAt, firstSeq, lastSeq } = group;
  const version = publickeyVer === null ? '—' : String(publickeyVer);
  const title = t(`quarantine.cause.${cause}`);
  const left = daysLeft(group.windowEndsAt, now);
  const place = {
    connectionId,
    cause,
    ...(publickeyVer === null ? {} : { publickeyVer: String(publickeyVer) }),
  };
  return (
    <li className="rounded-lg border border-line bg-surface p-4">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="text-base font-semibold">
          {publickeyVer === null ? title : t('quarantine.ofVersion', { cause: title, version })}
        </h2>
        <StateBadge tone={cause === 'unreadable' ? 'loss' : 'attention'}>{formatCount(count)}</StateBadge>
        <span className="ml-auto font-mono text-xs text-muted">{corpId}</span>
      </div>
      <p className="mt-1 mb-3 max-w-prose text-sm text-muted">{t(`quarantine.means.${cause}`, { version })}</p>
      <FactList
        facts={[
          [t('quarantine.received'), firstAt === lastAt ? when(firstAt) : `${when(firstAt)} – ${when(lastAt)}`],
          [
            t('quarantine.seqs'),
            firstSeq === lastSeq ? formatCount(firstSeq) : `${formatCount(firstSeq)} – ${formatCount(lastSeq)}`,
          ],
          [
            t('quarantine.window'),
            left === null ? t('quarantine.windowPassed') : t('quarantine.windowLeft', { days: left }),
          ],
        ]}
      />
      <div className="mt-3 flex flex-wrap gap-2">
        {mayWork && cause !== 'unreadable' && (
          <ButtonLink look="primary" to={paths.keys()}>
            {t('keys.import')}
          </ButtonLink>
        )}
        {mayWork && (
          <Form method="post">
            <HiddenFields values={{ intent: 'reopen', ...place }} />
            <Button>{t('quarantine.reopen')}</Button>
          </Form>
        )}
        <ButtonLink look="quiet" to={`${paths.quarantine(place)}#list`}>
          {t('quarantine.list')}
        </ButtonLink>
      </div>
    </li>
  );
}
