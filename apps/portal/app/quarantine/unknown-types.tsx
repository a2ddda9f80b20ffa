import { Form } from '@remix-run/react';
import type { QuarantineView } from '../api/quarantine.ts';
import { Button } from '../components/button.tsx';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { Cell, Row, Table } from '../components/table.tsx';
import { TextLink } from '../components/text-link.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';

interface UnknownTypesProps {
  readonly unknown: QuarantineView['unknown'];
  readonly mayWork: boolean;
  /** Reading them needs another right than counting them. */
  readonly maySearch: boolean;
}

/** Opened messages that are not understood, by WeCom's word for the type and why. */
export function UnknownTypes({ unknown, mayWork, maySearch }: UnknownTypesProps) {
  const { t, when, formatCount } = useWords();
  if (unknown.length === 0) return null;
  const connections = [...new Set(unknown.map(({ connectionId }) => connectionId))];
  return (
    <section className="flex flex-col gap-3">
      <div>
        <h2 className="font-semibold">{t('quarantine.unknownTitle')}</h2>
        <p className="text-sm text-muted">{t('quarantine.unknownLead')}</p>
      </div>
      <Table
        caption={t('quarantine.unknownTitle')}
        columns={[t('quarantine.unknownType'), t('quarantine.unknownWhy'), t('quarantine.count'), t('quarantine.seen')]}
      >
        {unknown.map(({ connectionId, type, isKnown, count, firstAt, lastAt }) => (
          <Row key={`${connectionId} ${type}`}>
            <Cell label={t('quarantine.unknownType')}>
              {type === null ? (
                <span className="text-muted">{t('quarantine.noType')}</span>
              ) : (
                <span className="font-mono">{type}</span>
              )}
            </Cell>
            <Cell label={t('quarantine.unknownWhy')}>
              {t(isKnown ? 'quarantine.contentIrregular' : 'quarantine.typeUnknown')}
            </Cell>
            <Cell number label={t('quarantine.count')}>
              {formatCount(count)}
            </Cell>
            <Cell number label={t('quarantine.seen')}>
              {firstAt === lastAt ? when(firstAt) : `${when(firstAt)} – ${when(lastAt)}`}
            </Cell>
          </Row>
        ))}
      </Table>
      <div className="flex flex-wrap items-center gap-3">
        {maySearch && <TextLink to={paths.search({ kind: 'unknown' })}>{t('quarantine.look')}</TextLink>}
        {mayWork &&
          connections.map((connectionId) => (
            <Form key={connectionId} method="post">
              <HiddenFields values={{ intent: 'reparse', connectionId, among: 'unknown' }} />
              <Button>{t('quarantine.reparseUnknown')}</Button>
            </Form>
          ))}
      </div>
    </section>
  );
}
