import type { QuarantineFilter, QuarantinedEnvelopeView } from '../api/quarantine.ts';
import type { Page } from '../api/types.ts';
import { MoreLink } from '../components/more-link.tsx';
import { Cell, Row, Table } from '../components/table.tsx';
import { TextLink } from '../components/text-link.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';

interface EnvelopeListProps {
  readonly filter: { readonly [Field in keyof QuarantineFilter]: QuarantineFilter[Field] | undefined } & {
    readonly connectionId: string;
  };
  readonly page: Page<QuarantinedEnvelopeView>;
}

/** Envelopes of one part of the quarantine: numbers and times, because nothing else is known of them. */
export function EnvelopeList({ filter, page }: EnvelopeListProps) {
  const { t, when, formatCount } = useWords();
  const { connectionId, cause, publickeyVer } = filter;
  const title =
    cause === undefined ? t('quarantine.listAll') : t('quarantine.listOf', { cause: t(`quarantine.cause.${cause}`) });
  const place = { connectionId, cause, publickeyVer: publickeyVer === undefined ? null : String(publickeyVer) };
  return (
    <section id="list" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 className="font-semibold">{title}</h2>
        <TextLink to={paths.quarantine()}>{t('quarantine.back')}</TextLink>
      </div>
      <Table
        caption={title}
        columns={[t('quarantine.seq'), t('quarantine.received'), t('quarantine.versionColumn'), t('quarantine.why')]}
      >
        {page.items.map((envelope) => (
          <Row key={`${envelope.seq} ${envelope.receivedAt}`}>
            <Cell number label={t('quarantine.seq')}>
              <span className="font-mono">{formatCount(envelope.seq)}</span>
            </Cell>
            <Cell number label={t('quarantine.received')}>
              {when(envelope.receivedAt)}
            </Cell>
            <Cell number label={t('quarantine.versionColumn')}>
              {envelope.publickeyVer}
            </Cell>
            <Cell label={t('quarantine.why')}>{t(`quarantine.cause.${envelope.cause}`)}</Cell>
          </Row>
        ))}
      </Table>
      <MoreLink to={page.nextCursor === null ? null : paths.quarantine({ ...place, cursor: page.nextCursor })} />
    </section>
  );
}
