import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { MessagesSquare } from 'lucide-react';
import { listConversations, listPeople } from '../../api/archive.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { MoreLink } from '../../components/more-link.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { paths } from '../../paths.ts';
import { PersonLink } from '../../people/person-link.tsx';
import { ConversationRow } from '../../reader/conversation-row.tsx';
import { queryChoice, queryTexts } from '../../session/read-query.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('shell.conversations');

const CONVERSATION_KINDS = ['room', 'pair', 'group', 'self'] as const;

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    await requireRight(visit, 'view');
    const search = visit.url.searchParams;
    const kind = queryChoice(search, 'kind', CONVERSATION_KINDS);
    const filter = { ...queryTexts(search, ['person', 'cursor']), ...(kind === undefined ? {} : { kind }) };
    const [page, known] = await Promise.all([
      listConversations(visit.api, filter),
      filter.person === undefined ? { items: [] } : listPeople(visit.api, { key: [filter.person], limit: 1 }),
    ]);
    return { person: filter.person ?? null, who: known.items[0] ?? null, kind: kind ?? null, page };
  });

export default function Conversations() {
  const { person, who, kind, page } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <div className="max-w-4xl">
      <PageHead
        title={t('shell.conversations')}
        lead={person === null ? t('reader.listLead') : who && <PersonLink person={who} />}
      />
      <Tabs
        label={t('shell.conversations')}
        tabs={[
          { to: paths.conversations(), word: t('shell.conversations') },
          { to: paths.citations(), word: t('reading.citations') },
        ]}
      />
      <Form method="get" className="mb-4 flex flex-wrap items-end gap-2">
        {person !== null && <input type="hidden" name="person" value={person} />}
        <SelectField
          label={t('reader.kindOf')}
          name="kind"
          key={kind ?? ''}
          defaultValue={kind ?? ''}
          options={[
            { value: '', label: t('reader.allKinds') },
            ...CONVERSATION_KINDS.map((each) => ({ value: each, label: t(`reader.kind.${each}`) })),
          ]}
        />
        <Button>{t('search.apply')}</Button>
        {person !== null && (
          <Link to={paths.conversations({ kind })} className="min-h-9 content-center px-2 text-accent hover:underline">
            {t('reader.allPeople')}
          </Link>
        )}
      </Form>
      {page.items.length === 0 ? (
        <EmptyState icon={MessagesSquare} title={t('reader.none')}>
          {t('reader.noneCure')}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line">
          {page.items.map((conversation) => (
            <ConversationRow key={conversation.conversationId} conversation={conversation} />
          ))}
        </ul>
      )}
      <MoreLink to={page.nextCursor === null ? null : paths.conversations({ person, kind, cursor: page.nextCursor })} />
    </div>
  );
}
