import { Form } from '@remix-run/react';
import type { GapFilter, IncompleteView } from '../api/coverage.ts';
import type { Page } from '../api/types.ts';
import { Button } from '../components/button.tsx';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { MoreLink } from '../components/more-link.tsx';
import { PersonName } from '../components/person-name.tsx';
import { Cell, Row, Table } from '../components/table.tsx';
import { TextLink } from '../components/text-link.tsx';
import { paths } from '../paths.ts';
import { roomName } from '../reader/conversation-title.ts';
import { useWords } from '../words/words-context.tsx';
import { CoverageBadge } from './coverage-state.tsx';
import { cureOf } from './cure-of.ts';
import { ENRICHMENT_OF } from './kind-panel.tsx';
import { Looks } from './looks.tsx';

interface IncompleteListProps {
  readonly filter: { readonly [Field in keyof GapFilter]: GapFilter[Field] | undefined } & Pick<
    GapFilter,
    'connectionId' | 'kind'
  >;
  readonly page: Page<IncompleteView>;
  readonly now: number;
  readonly mayRetry: boolean;
}

/** People or rooms of one state and cause, one by one. */
export function IncompleteList({ filter, page, now, mayRetry }: IncompleteListProps) {
  const words = useWords();
  const { t, formatCount } = words;
  const { connectionId, kind, state, fault } = filter;
  const named = t(`coverage.kindOf.${kind}`);
  const title =
    state === undefined
      ? t('coverage.listAll', { kind: named })
      : t('coverage.listOf', { kind: named, state: t(`coverage.state.${state}`) });
  const place = { connectionId, kind, state, fault };
  return (
    <section id="list" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 className="font-semibold">{title}</h2>
        <TextLink to={paths.coverage()}>{t('coverage.back')}</TextLink>
      </div>
      {page.items.length === 0 ? (
        <p className="text-sm text-muted">{t('coverage.nobody')}</p>
      ) : (
        <Table
          caption={title}
          columns={[
            t('coverage.who'),
            t('coverage.why'),
            t('coverage.looks'),
            ...(mayRetry
              ? [
                  <span key="retry" className="sr-only">
                    {t('coverage.retry')}
                  </span>,
                ]
              : []),
          ]}
        >
          {page.items.map((item) => (
            <Row key={item.key}>
              <Cell label={t('coverage.who')}>
                <Named item={item} />
              </Cell>
              <Cell label={t('coverage.why')}>
                <CoverageBadge state={item.state} />
                {item.fault !== null && (
                  <div className="mt-0.5 text-xs text-muted">{cureOf(item.fault, kind, words).title}</div>
                )}
              </Cell>
              <Cell label={t('coverage.looks')}>
                <Looks lookedAt={item.lookedAt} nextLookAt={item.nextLookAt} now={now} />
                {item.misses > 0 && (
                  <div className="text-xs text-muted">{t('coverage.misses', { count: formatCount(item.misses) })}</div>
                )}
              </Cell>
              {mayRetry && (
                <Cell label="">
                  <Form method="post">
                    <HiddenFields values={{ enrichment: ENRICHMENT_OF[kind], connectionId, key: item.key }} />
                    <Button look="quiet" className="-my-1.5">
                      {t('coverage.retry')}
                    </Button>
                  </Form>
                </Cell>
              )}
            </Row>
          ))}
        </Table>
      )}
      <MoreLink
        to={page.nextCursor === null ? null : `${paths.coverage({ ...place, cursor: page.nextCursor })}#list`}
      />
    </section>
  );
}

function Named({ item }: { item: IncompleteView }) {
  const words = useWords();
  if (item.person !== null) {
    return (
      <TextLink to={paths.person(item.person)}>
        <PersonName person={item.person} />
      </TextLink>
    );
  }
  const isExternal = item.state === 'not_customer_room' || item.state === 'no_secret';
  return (
    <TextLink to={paths.room(item.connectionId, item.key)}>
      {roomName({ roomId: item.key, name: item.name, isExternal }, words)}
    </TextLink>
  );
}
