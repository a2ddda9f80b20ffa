import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ArrowDown, ArrowUp, EyeOff, Search } from 'lucide-react';
import { useEffect } from 'react';
import { getContext } from '../../api/archive.ts';
import { ButtonLink } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { paths } from '../../paths.ts';
import { conversationTitle } from '../../reader/conversation-title.ts';
import { Dialog } from '../../reader/dialog.tsx';
import { PeopleStrip } from '../../reader/people-strip.tsx';
import { useReaderKeys } from '../../reader/use-reader-keys.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('reader.title');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit, params) => {
    const me = await requireRight(visit, 'view');
    const cursor = visit.url.searchParams.get('cursor') ?? undefined;
    const context = await getContext(visit.api, params['messageId'] ?? '', cursor);
    const q = visit.url.searchParams.get('q') ?? '';
    return { context, q, exports: me.actions.includes('export'), search: me.actions.includes('search') };
  });

export default function Reader() {
  const { context, q, exports, search } = useLoaderData<typeof loader>();
  const words = useWords();
  const { t } = words;
  const { conversation, anchorId, olderCursor, newerCursor } = context;
  const inConversation = { conversation: conversation.conversationId };
  useReaderKeys(paths.search(inConversation));
  useEffect(() => {
    document.getElementById(`m-${anchorId}`)?.scrollIntoView({ block: 'center' });
  }, [anchorId]);
  return (
    <div className="mx-auto max-w-190">
      <PageHead
        title={conversationTitle(conversation, words)}
        lead={<PeopleStrip conversation={conversation} />}
        action={
          <>
            {search && (
              <ButtonLink to={paths.search(inConversation)} icon={<Search aria-hidden size={16} />}>
                {t('reader.searchHere')}
              </ButtonLink>
            )}
            {exports && <ButtonLink to={paths.newExport(inConversation)}>{t('reader.exportThis')}</ButtonLink>}
          </>
        }
      />
      {context.hidden > 0 && (
        <div className="mb-4">
          <Notice tone="neutral" title={t('reader.hidden', { count: context.hidden })}>
            <EyeOff aria-hidden size={14} className="mr-1 inline" />
            {t('reader.hiddenWhy')}
          </Notice>
        </div>
      )}
      <div className="mb-3 flex justify-center">
        {olderCursor === null ? (
          <p className="text-xs text-muted">{t('reader.start')}</p>
        ) : (
          <ButtonLink
            look="quiet"
            to={paths.message(anchorId, { cursor: olderCursor, q })}
            icon={<ArrowUp aria-hidden size={16} />}
          >
            {t('reader.older')}
          </ButtonLink>
        )}
      </div>
      <Dialog context={context} q={q} />
      <div className="mt-4 flex justify-center">
        {newerCursor === null ? (
          <p className="text-xs text-muted">{t('reader.end')}</p>
        ) : (
          <ButtonLink
            look="quiet"
            to={paths.message(anchorId, { cursor: newerCursor, q })}
            icon={<ArrowDown aria-hidden size={16} />}
          >
            {t('reader.newer')}
          </ButtonLink>
        )}
      </div>
      <p className="mt-6 text-center text-xs text-muted max-sm:hidden">{t('reader.keys')}</p>
    </div>
  );
}
