import { Form } from '@remix-run/react';
import type { CoverageView, EnrichmentView } from '../api/coverage.ts';
import { Button } from '../components/button.tsx';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { Cell, Row, Table } from '../components/table.tsx';
import { useWords } from '../words/words-context.tsx';
import { CureText } from './cause.tsx';
import { cureOf, isOpen } from './cure-of.ts';

interface WorkProps {
  readonly connectionId: string;
  readonly enrichments: readonly EnrichmentView[];
  readonly secrets: CoverageView['connections'][number]['secrets'];
  readonly now: number;
  readonly mayRetry: boolean;
}

/** How far each kind of enrichment is: what stops it, since when, and when it goes on by itself. */
export function WorkPanel({ connectionId, enrichments, secrets, now, mayRetry }: WorkProps) {
  const { t, when } = useWords();
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-sm font-semibold">{t('coverage.works')}</h2>
      <Table
        caption={t('coverage.works')}
        columns={[
          t('coverage.workKind'),
          t('coverage.workState'),
          t('coverage.lastRun'),
          t('coverage.nextRun'),
          ...(mayRetry
            ? [
                <span key="retry" className="sr-only">
                  {t('coverage.goOn')}
                </span>,
              ]
            : []),
        ]}
      >
        {enrichments.map((work) => (
          <Row key={work.kind}>
            <Cell label={t('coverage.workKind')}>
              <span className="sm:whitespace-nowrap">{t(`coverage.work.${work.kind}`)}</span>
            </Cell>
            <Cell label={t('coverage.workState')}>
              <WorkState work={work} isOpen={isOpen(work.kind, secrets)} now={now} mayRetry={mayRetry} />
            </Cell>
            <Cell number label={t('coverage.lastRun')}>
              <span className="whitespace-nowrap">{when(work.lastRunAt)}</span>
            </Cell>
            <Cell number label={t('coverage.nextRun')}>
              <span className="whitespace-nowrap">
                {work.nextRunAt !== null && work.nextRunAt <= now ? t('coverage.dueNow') : when(work.nextRunAt)}
              </span>
            </Cell>
            {mayRetry && (
              <Cell label="">
                <Form method="post">
                  <HiddenFields values={{ connectionId, enrichment: work.kind }} />
                  <Button look="quiet" className="-my-1.5">
                    {t('coverage.goOn')}
                  </Button>
                </Form>
              </Cell>
            )}
          </Row>
        ))}
      </Table>
    </section>
  );
}

interface WorkStateProps {
  readonly work: EnrichmentView;
  /** The secret that it takes is set. */
  readonly isOpen: boolean;
  readonly now: number;
  readonly mayRetry: boolean;
}

function WorkState({ work, isOpen: opens, now, mayRetry }: WorkStateProps) {
  const words = useWords();
  const { t, when } = words;
  if (work.fault === null) {
    if (!opens) return <StateBadge tone="neutral">{t('coverage.state.no_secret')}</StateBadge>;
    const isNew = work.lastRunAt === null;
    return (
      <StateBadge tone={isNew ? 'neutral' : 'healthy'}>{t(isNew ? 'coverage.never' : 'coverage.healthy')}</StateBadge>
    );
  }
  const cure = cureOf(work.fault, work.kind, words, work.params);
  return (
    <div className="flex flex-col gap-1">
      <p>
        <StateBadge tone="attention">{t('coverage.stoppedMark')}</StateBadge>{' '}
        {t('coverage.stopped', { fault: cure.title, since: when(work.stoppedSince) })}
      </p>
      <CureText cure={cure} mayConnect={mayRetry} />
      <p className="text-xs text-muted tabular-nums">
        {work.nextRunAt === null || work.nextRunAt <= now
          ? t('coverage.waitsNow')
          : t('coverage.waits', { time: when(work.nextRunAt) })}
      </p>
    </div>
  );
}
