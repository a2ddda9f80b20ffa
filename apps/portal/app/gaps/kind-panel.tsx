import { Form } from '@remix-run/react';
import type { CoverageView, CoveredKind, EnrichmentView } from '../api/coverage.ts';
import { Button, ButtonLink } from '../components/button.tsx';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { Meter } from '../components/meter.tsx';
import { Panel } from '../components/panel.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import { CureText } from './cause.tsx';
import { CoverageBadge } from './coverage-state.tsx';
import { cureOf } from './cure-of.ts';
import { Looks } from './looks.tsx';

type Kind = CoverageView['connections'][number]['kinds'][number];

export const ENRICHMENT_OF: Readonly<Record<CoveredKind, EnrichmentView['kind']>> = {
  employee: 'employees',
  external_contact: 'external_contacts',
  robot: 'robots',
  room: 'rooms',
};

interface KindProps {
  readonly connectionId: string;
  readonly covered: Kind;
  /** What stops the kind, with the numbers and addresses of its sentence. */
  readonly work: EnrichmentView | undefined;
  readonly now: number;
  readonly mayRetry: boolean;
  readonly seesNames: boolean;
}

/** One kind of people or rooms: how many are complete, and the others by state and cause with what cures it. */
export function KindPanel({ connectionId, covered, work, now, mayRetry, seesNames }: KindProps) {
  const { t, formatCount } = useWords();
  const { kind, total, complete, due, gaps } = covered;
  const numbers = { complete: formatCount(complete), total: formatCount(total) };
  return (
    <Panel title={t(`coverage.kindOf.${kind}`)}>
      {total === 0 ? (
        <p className="text-sm text-muted">{t('coverage.nothing')}</p>
      ) : (
        <Meter
          label={due > 0 ? t('coverage.running', { due: formatCount(due) }) : t('coverage.state.complete')}
          done={complete}
          total={total}
          text={t(due > 0 ? 'coverage.completeOf' : 'coverage.ofTotal', numbers)}
        />
      )}
      {gaps.length > 0 && (
        <ul className="mt-4 flex flex-col gap-4">
          {gaps.map((gap) => (
            <Gap
              key={`${gap.state} ${gap.fault}`}
              gap={gap}
              place={{ connectionId, kind }}
              params={work !== undefined && work.fault === gap.fault ? work.params : {}}
              now={now}
              mayRetry={mayRetry}
              seesNames={seesNames}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}

interface GapProps {
  readonly gap: Kind['gaps'][number];
  readonly place: { readonly connectionId: string; readonly kind: CoveredKind };
  readonly params: EnrichmentView['params'];
  readonly now: number;
  readonly mayRetry: boolean;
  readonly seesNames: boolean;
}

function Gap({ gap, place, params, now, mayRetry, seesNames }: GapProps) {
  const words = useWords();
  const { t, formatCount } = words;
  const { state, fault, count } = gap;
  // What no call ever brings is told by its state: the fault is of rooms in general.
  const cure = fault === null || state === 'not_customer_room' ? null : cureOf(fault, place.kind, words, params);
  const part = { connectionId: place.connectionId, state, fault };
  return (
    <li className="flex flex-col gap-1.5 border-t border-line pt-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <CoverageBadge state={state} />
        <span className="font-medium tabular-nums">{formatCount(count)}</span>
        {cure !== null && <span className="text-sm">{cure.title}</span>}
      </div>
      {cure === null ? (
        state !== 'complete' && <p className="max-w-prose text-sm text-muted">{t(`coverage.means.${state}`)}</p>
      ) : (
        <CureText cure={cure} mayConnect={mayRetry} />
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Looks lookedAt={gap.lookedAt} nextLookAt={gap.nextLookAt} now={now} />
        <span className="ml-auto flex gap-2">
          {seesNames && (
            <ButtonLink look="quiet" to={`${paths.coverage({ kind: place.kind, ...part })}#list`}>
              {t('coverage.list')}
            </ButtonLink>
          )}
          {mayRetry && (
            <Form method="post">
              <HiddenFields values={{ enrichment: ENRICHMENT_OF[place.kind], ...part }} />
              <Button>{t('coverage.retryAll')}</Button>
            </Form>
          )}
        </span>
      </div>
    </li>
  );
}
