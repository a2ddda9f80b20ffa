import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ScrollText } from 'lucide-react';
import { listAudit } from '../../api/setup.ts';
import { detailText } from '../../audit/detail-text.ts';
import { eventWord } from '../../audit/event-word.ts';
import { subjectText } from '../../audit/subject-text.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { MoreLink } from '../../components/more-link.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Cell, Row, Table } from '../../components/table.tsx';
import { paths } from '../../paths.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('audit.title');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    await requireRight(visit, 'see_audit');
    return listAudit(visit.api, visit.url.searchParams.get('cursor') ?? undefined);
  });

export default function Audit() {
  const page = useLoaderData<typeof loader>();
  const words = useWords();
  const { t, when } = words;
  return (
    <>
      <PageHead title={t('audit.title')} lead={t('audit.lead')} />
      {page.items.length === 0 ? (
        <EmptyState icon={ScrollText} title={t('audit.none')} />
      ) : (
        <Table
          caption={t('audit.title')}
          columns={[t('audit.when'), t('audit.who'), t('audit.what'), t('audit.subject'), t('audit.from')]}
        >
          {page.items.map((entry) => (
            <Row key={entry.auditId}>
              <Cell number label={t('audit.when')}>
                <span className="whitespace-nowrap">{when(entry.at)}</span>
              </Cell>
              <Cell label={t('audit.who')}>{entry.memberName ?? t(`audit.actor.${entry.actor}`)}</Cell>
              <Cell label={t('audit.what')}>{eventWord(entry.event, t)}</Cell>
              <Cell label={t('audit.subject')}>
                <span className="text-xs">{subjectText(entry.subject, t)}</span>
                <span className="block text-xs text-muted">{detailText(entry.detail, words)}</span>
              </Cell>
              <Cell number label={t('audit.from')}>
                <span className="font-mono text-xs">{entry.address ?? '—'}</span>
              </Cell>
            </Row>
          ))}
        </Table>
      )}
      <MoreLink to={page.nextCursor === null ? null : paths.audit({ cursor: page.nextCursor })} />
    </>
  );
}
