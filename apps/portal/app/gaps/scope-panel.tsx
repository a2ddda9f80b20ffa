import type { CoverageView, ScopedPersonView, ScopeGroup } from '../api/coverage.ts';
import type { Page } from '../api/types.ts';
import { MoreLink } from '../components/more-link.tsx';
import { Panel } from '../components/panel.tsx';
import { PersonName } from '../components/person-name.tsx';
import { Cell, Row, Table } from '../components/table.tsx';
import { TextLink } from '../components/text-link.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';

export const GROUPS = ['talking', 'silent', 'outside', 'formerly', 'left'] as const satisfies readonly ScopeGroup[];

interface ScopeProps {
  readonly connectionId: string;
  readonly scope: CoverageView['connections'][number]['scope'];
  readonly seesNames: boolean;
}

/** Who is in the archive's scope against who takes part in messages. */
export function ScopePanel({ connectionId, scope, seesNames }: ScopeProps) {
  const { t, when, formatCount } = useWords();
  const editions = scope.editions.filter(({ count }) => count > 0);
  return (
    <Panel title={t('coverage.scope')}>
      <p className="max-w-prose text-sm text-muted">{t('coverage.scopeLead')}</p>
      {scope.knownAt === null ? (
        <p className="mt-3 text-sm">{t('coverage.scopeUnknown')}</p>
      ) : (
        <>
          <p className="mt-1 text-xs text-muted tabular-nums">
            {[
              t('coverage.scopeKnown', { time: when(scope.knownAt) }),
              ...editions.map(({ edition, count }) => t(`coverage.edition.${edition}`, { count: formatCount(count) })),
            ].join(' · ')}
          </p>
          <ul className="mt-3 flex flex-col gap-3">
            {GROUPS.filter((group) => scope[group] > 0).map((group) => (
              <li key={group} className="grid grid-cols-[3.5rem_minmax(0,1fr)_auto] items-baseline gap-x-3 text-sm">
                <span className="text-right text-base font-medium tabular-nums">{formatCount(scope[group])}</span>
                <span>
                  <span className="font-medium">{t(`coverage.group.${group}`)}</span>
                  <span className="block text-muted">{t(`coverage.groupMeans.${group}`)}</span>
                </span>
                {seesNames && (
                  <TextLink to={`${paths.coverage({ connectionId, group })}#list`}>{t('coverage.list')}</TextLink>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

interface ScopeListProps {
  readonly connectionId: string;
  readonly group: ScopeGroup;
  readonly page: Page<ScopedPersonView>;
}

export function ScopeList({ connectionId, group, page }: ScopeListProps) {
  const { t, when } = useWords();
  const title = t(`coverage.group.${group}`);
  return (
    <section id="list" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 className="font-semibold">{title}</h2>
        <TextLink to={paths.coverage()}>{t('coverage.back')}</TextLink>
      </div>
      {page.items.length === 0 ? (
        <p className="text-sm text-muted">{t('coverage.nobody')}</p>
      ) : (
        <Table caption={title} columns={[t('coverage.who'), t('coverage.inScope'), t('rooms.seen')]}>
          {page.items.map((item) => (
            <Row key={item.person.personKey}>
              <Cell label={t('coverage.who')}>
                {item.firstAt === null ? (
                  <PersonName person={item.person} />
                ) : (
                  <TextLink to={paths.person(item.person)}>
                    <PersonName person={item.person} />
                  </TextLink>
                )}
                {item.person.name !== null && (
                  <div className="font-mono text-xs text-muted">{item.person.writtenAs}</div>
                )}
              </Cell>
              <Cell number label={t('coverage.inScope')}>
                {item.since === null ? '—' : t('coverage.scopeSince', { time: when(item.since) })}
                {item.until !== null && (
                  <div className="text-xs text-muted">{t('coverage.scopeUntil', { time: when(item.until) })}</div>
                )}
              </Cell>
              <Cell number label={t('rooms.seen')}>
                {item.firstAt === null
                  ? t('coverage.noMessages')
                  : t('coverage.messagesBetween', { from: when(item.firstAt), until: when(item.lastAt) })}
              </Cell>
            </Row>
          ))}
        </Table>
      )}
      <MoreLink
        to={
          page.nextCursor === null ? null : `${paths.coverage({ connectionId, group, cursor: page.nextCursor })}#list`
        }
      />
    </section>
  );
}
