import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { getMessage } from '../../api/archive.ts';
import { ButtonLink } from '../../components/button.tsx';
import { CodeCopy } from '../../components/code-copy.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { paths } from '../../paths.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('reading.rawTitle');

/** For those who run the connection, besides the right to read. */
export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit, params) => {
    await requireRight(visit, 'view');
    await requireRight(visit, 'connect');
    const { messageId, message } = await getMessage(visit.api, params['messageId'] ?? '');
    return { messageId, text: JSON.stringify(message, null, 2) };
  });

export default function RawMessage() {
  const { messageId, text } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <div className="max-w-3xl">
      <PageHead
        title={t('reading.rawTitle')}
        lead={t('reading.rawLead')}
        action={<ButtonLink to={paths.message(messageId)}>{t('reading.rawBack')}</ButtonLink>}
      />
      <CodeCopy text={text} label={t('reading.rawTitle')} />
    </div>
  );
}
