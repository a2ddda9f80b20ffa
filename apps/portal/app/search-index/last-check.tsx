import { Form } from '@remix-run/react';
import type { SearchIndexView } from '../api/search-index.ts';
import { Button } from '../components/button.tsx';
import { FactList } from '../components/fact-list.tsx';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { Panel } from '../components/panel.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { useWords } from '../words/words-context.tsx';

/** What the last whole comparison with the archive found. */
export function LastCheck({ index, mayWork }: { index: SearchIndexView; mayWork: boolean }) {
  const { t, when, formatCount } = useWords();
  const { drift, progress } = index;
  const count = drift === null ? 0 : drift.missing + drift.extra + drift.differing;
  return (
    <Panel
      title={t('searchIndex.check.title')}
      aside={
        drift !== null &&
        drift.examined + count > 0 && (
          <StateBadge tone={count === 0 ? 'healthy' : 'attention'}>
            {count === 0 ? t('searchIndex.check.clean') : t('searchIndex.check.drifted', { count: formatCount(count) })}
          </StateBadge>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <p className="max-w-prose text-sm text-muted">{t('searchIndex.check.lead')}</p>
        {drift === null ? (
          <p className="text-sm">{t('searchIndex.check.never')}</p>
        ) : drift.examined + count === 0 ? (
          <p className="text-sm">{t('searchIndex.check.wasEmpty', { time: when(drift.checkedAt) })}</p>
        ) : (
          <FactList
            facts={[
              [t('searchIndex.check.last'), when(drift.checkedAt)],
              [t('searchIndex.check.examined'), formatCount(drift.examined)],
              [t('searchIndex.check.missing'), formatCount(drift.missing)],
              [t('searchIndex.check.extra'), formatCount(drift.extra)],
              [t('searchIndex.check.differing'), formatCount(drift.differing)],
            ]}
          />
        )}
        {mayWork && progress === null && (
          <Form method="post">
            <HiddenFields values={{ intent: 'check' }} />
            <Button>{t('searchIndex.check.now')}</Button>
          </Form>
        )}
      </div>
    </Panel>
  );
}
