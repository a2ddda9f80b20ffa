import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { getMessage, getOriginal } from '../../api/archive.ts';
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
    const asked = params['messageId'] ?? '';
    const [{ messageId, message }, original] = await Promise.all([
      getMessage(visit.api, asked),
      getOriginal(visit.api, asked),
    ]);
    return { messageId, original, parsed: JSON.stringify(message, null, 2) };
  });

export default function RawMessage() {
  const { messageId, original, parsed } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <div className="max-w-3xl">
      <PageHead
        title={t('reading.rawTitle')}
        lead={t('reading.rawLead')}
        action={<ButtonLink to={paths.message(messageId)}>{t('reading.rawBack')}</ButtonLink>}
      />
      <div className="flex flex-col gap-6">
        <section aria-label={t('reading.rawOriginal')}>
          <h2 className="mb-2 font-medium">{t('reading.rawOriginal')}</h2>
          <CodeCopy text={original} label={t('reading.rawOriginal')} wraps />
        </section>
        <section aria-label={t('reading.rawParsed')}>
          <h2 className="mb-2 font-medium">{t('reading.rawParsed')}</h2>
          <CodeCopy text={parsed} label={t('reading.rawParsed')} />
        </section>
      </div>
    </div>
  );
}
