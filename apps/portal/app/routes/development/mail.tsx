import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { getMail } from '../../api/mailbox.ts';
import { FactList } from '../../components/fact-list.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { paths } from '../../paths.ts';
import { read } from '../../session/read.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('mailbox.title');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit, params) => ({ mail: await getMail(visit.api, params['mailId'] ?? '') }));

const ADDRESS = /(https?:\/\/[^\s<>"]+)/;

/** The mail's text with its addresses clickable, as mail programs show it. */
function MailText({ text }: { text: string }) {
  return (
    <pre className="whitespace-pre-wrap rounded-lg border border-line bg-surface-2 p-4 font-sans text-sm">
      {text.split(ADDRESS).map((part, at) =>
        ADDRESS.test(part) ? (
          <a key={at} href={part} className="text-accent underline underline-offset-2">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </pre>
  );
}

export default function Mail() {
  const { mail } = useLoaderData<typeof loader>();
  const { t, when } = useWords();
  return (
    <div className="max-w-3xl pt-6">
      <PageHead title={mail.subject} lead={<TextLink to={paths.mailbox()}>{t('mailbox.back')}</TextLink>} />
      <div className="mb-4">
        <FactList
          facts={[
            [t('mailbox.to'), mail.to],
            [t('mailbox.at'), when(mail.at)],
          ]}
        />
      </div>
      <MailText text={mail.text} />
    </div>
  );
}
