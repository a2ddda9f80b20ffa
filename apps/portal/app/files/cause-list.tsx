import { remedyWords } from '@highwater/i18n/remedy-words';
import { Form } from '@remix-run/react';
import type { FileLedgerView } from '../api/files.ts';
import { Button, ButtonLink } from '../components/button.tsx';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { Panel } from '../components/panel.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import { LIST_TONES } from './read-filter.ts';

type Cause = FileLedgerView['causes'][number];

/** Why files are missing, to come, or other than announced; what cures it, and one click to fetch them again. */
export function CauseList({ causes, mayRetry }: { causes: readonly Cause[]; mayRetry: boolean }) {
  const { t } = useWords();
  return (
    <Panel title={t('files.causes')}>
      {causes.length === 0 ? (
        <p className="text-sm text-muted">{t('files.noCauses')}</p>
      ) : (
        <ul className="flex flex-col gap-4 [&>li+li]:border-t [&>li+li]:border-line [&>li+li]:pt-4">
          {causes.map((cause) => (
            <CauseLine
              key={`${cause.connectionId} ${cause.list} ${cause.fault} ${cause.isBlocked}`}
              cause={cause}
              mayRetry={mayRetry}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function CauseLine({ cause, mayRetry }: { cause: Cause; mayRetry: boolean }) {
  const said = useWords();
  const { t, fault, formatCount, formatBytes } = said;
  const { list, count, bytes, isBlocked, connectionId } = cause;
  const turn = { title: t('files.turn'), cure: t('files.turnWhy') };
  const words = cause.fault === null ? turn : fault(cause.fault, cause.params);
  // What a file itself was refused for is over once it waits again; what stops all files goes on.
  const isAgain = list === 'waiting' && cause.fault !== null && cause.fault.startsWith('media.');
  const places = cause.fault === null ? [] : remedyWords(said, cause.fault, cause.params).places;
  const part = { list, fault: cause.fault, connectionId };
  const mayFetch = mayRetry && cause.fault !== null && cause.fault !== 'media.no_id';
  return (
    <li className="flex flex-col gap-1 text-sm">
      <div className="flex flex-wrap items-center gap-2">
        <StateBadge tone={LIST_TONES[list]}>{t(`files.list.${list}`)}</StateBadge>
        <span className="font-medium tabular-nums">{formatCount(count)}</span>
        <span>{isAgain ? t('kinds.media.lastTry', { reason: words.title }) : words.title}</span>
        {isBlocked && <StateBadge tone="attention">{t('files.blockedMark')}</StateBadge>}
        {bytes !== '0' && <span className="text-xs text-muted tabular-nums">{formatBytes(bytes)}</span>}
      </div>
      <p className="max-w-prose text-muted">
        {list === 'deviating' ? t('files.means.deviating') : isAgain ? turn.cure : words.cure}
      </p>
      {places.length > 0 && (
        <p>
          <span className="text-muted">{t('remedies.where')}</span> {places.join(t('common.comma'))}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <ButtonLink look="quiet" to={`${paths.files(part)}#list`}>
          {t('files.see')}
        </ButtonLink>
        {mayFetch && (
          <Form method="post">
            <HiddenFields values={part} />
            <Button>{t('files.retryAll')}</Button>
          </Form>
        )}
      </div>
    </li>
  );
}
