import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Handshake } from 'lucide-react';
import { listConsents } from '../../api/archive.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { MoreLink } from '../../components/more-link.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { PersonName } from '../../components/person-name.tsx';
import { Cell, Row, Table } from '../../components/table.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { paths } from '../../paths.ts';
import { roomName } from '../../reader/conversation-title.ts';
import { queryTexts } from '../../session/read-query.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('reader.consent');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    await requireRight(visit, 'view');
    const personKey = args.params['personKey'] ?? '';
    const { cursor } = queryTexts(visit.url.searchParams, ['cursor']);
    return { personKey, page: await listConsents(visit.api, personKey, cursor) };
  });

export default function Consents() {
  const { personKey, page } = useLoaderData<typeof loader>();
  const words = useWords();
  const { t, when } = words;
  return (
    <>
      <PageHead
        title={t('reader.consent')}
        lead={t('reader.consentLead')}
        action={<TextLink to={paths.conversations({ person: personKey })}>{t('reader.openConversations')}</TextLink>}
      />
      <p className="mb-3 font-mono text-sm break-all text-muted">{personKey}</p>
      {page.items.length === 0 ? (
        <EmptyState icon={Handshake} title={t('reader.consentNoneYet')}>
          {t('reader.consentNoneWhy')}
        </EmptyState>
      ) : (
        <Table
          caption={t('reader.consent')}
          columns={[t('reader.consentAt'), t('reader.consent'), t('reader.consentTowards'), t('reader.openInContext')]}
        >
          {page.items.map((consent) => (
            <Row key={consent.messageId}>
              <Cell number label={t('reader.consentAt')}>
                {when(consent.decidedAt)}
              </Cell>
              <Cell label={t('reader.consent')}>{t(`reader.consentDecision.${consent.status}`)}</Cell>
              <Cell label={t('reader.consentTowards')}>
                {consent.employee !== null ? (
                  <PersonName person={consent.employee} />
                ) : consent.roomId === null ? (
                  '—'
                ) : (
                  roomName({ roomId: consent.roomId, name: consent.roomName, isExternal: true }, words)
                )}
              </Cell>
              <Cell label={t('reader.openInContext')}>
                <TextLink to={paths.message(consent.messageId)}>{t('reader.openInContext')}</TextLink>
              </Cell>
            </Row>
          ))}
        </Table>
      )}
      <MoreLink to={page.nextCursor === null ? null : paths.consents(personKey, { cursor: page.nextCursor })} />
    </>
  );
}
