import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Mailbox as MailboxIcon } from 'lucide-react';
import { listMailbox } from '../../api/mailbox.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Cell, Row, Table } from '../../components/table.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { useRefresh } from '../../components/use-refresh.tsx';
import { paths } from '../../paths.ts';
import { read } from '../../session/read.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('mailbox.title');

const REFRESH_MS = 3000;

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => ({ mails: await listMailbox(visit.api) }));

export default function Mailbox() {
  const { mails } = useLoaderData<typeof loader>();
  const { t, when } = useWords();
  useRefresh(true, REFRESH_MS);
  return (
    <div className="pt-6">
      <PageHead title={t('mailbox.title')} lead={t('mailbox.lead')} />
      {mails.length === 0 ? (
        <EmptyState icon={MailboxIcon} title={t('mailbox.empty')} />
      ) : (
        <Table caption={t('mailbox.title')} columns={[t('mailbox.at'), t('mailbox.to'), t('mailbox.subject')]}>
          {mails.map((mail) => (
            <Row key={mail.id}>
              <Cell number label={t('mailbox.at')}>
                <span className="whitespace-nowrap">{when(mail.at)}</span>
              </Cell>
              <Cell label={t('mailbox.to')}>{mail.to}</Cell>
              <Cell label={t('mailbox.subject')}>
                <TextLink to={paths.mail(mail.id)}>{mail.subject}</TextLink>
              </Cell>
            </Row>
          ))}
        </Table>
      )}
    </div>
  );
}
