import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Download } from 'lucide-react';
import { getLink } from '../../api/exports.ts';
import { buttonClass } from '../../components/button.tsx';
import { FactList } from '../../components/fact-list.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Panel } from '../../components/panel.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { stateOf, stateWord } from '../../exports/export-state.ts';
import { nameSelections } from '../../exports/name-selections.ts';
import { RefusedDownload } from '../../exports/refused-download.tsx';
import { selectionWords } from '../../exports/selection-words.ts';
import { paths } from '../../paths.ts';
import { read } from '../../session/read.ts';
import { requireMember } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('exports.linkTitle');

/** Looking changes nothing: a mail scanner that opens the link uses nothing up. */
export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit, params) => {
    await requireMember(visit);
    const token = params['token'] ?? '';
    const link = await getLink(visit.api, token);
    return { token, link, names: await nameSelections(visit.api, [link.export.selection]) };
  });

export default function Link() {
  const { token, link, names } = useLoaderData<typeof loader>();
  const words = useWords();
  const { t, when, formatBytes, formatCount } = words;
  const view = link.export;
  const { word, tone } = stateWord(view, words);
  const isComplete = stateOf(view) === 'complete';
  return (
    <div className="max-w-2xl">
      <PageHead
        title={t('exports.linkTitle')}
        lead={link.day === null ? null : t('exports.linkDay', { day: link.day })}
      />
      <Panel title={view.fileName ?? t('exports.package')} aside={<StateBadge tone={tone}>{word}</StateBadge>}>
        <FactList
          facts={[
            [t('exports.contents'), selectionWords(view, names, words)],
            [t('exports.messages'), formatCount(view.messagesDone)],
            [t('exports.files'), formatCount(view.mediaDone)],
            [t('exports.notIncluded'), formatCount(view.mediaMissing)],
            [t('exports.size'), view.size === null ? '—' : formatBytes(view.size)],
            [t('exports.linkUntil'), when(link.expiresAt)],
            [
              'SHA-256',
              <span key="hash" className="font-mono text-xs break-all">
                {view.sha256 ?? '—'}
              </span>,
            ],
          ]}
        />
        <div className="mt-5">
          {isComplete && view.refusal === null ? (
            <a href={paths.downloadLink(token)} className={buttonClass('primary')}>
              <Download aria-hidden size={16} />
              {t('common.download')}
            </a>
          ) : isComplete ? (
            <RefusedDownload view={view} />
          ) : (
            <p className="text-muted">{t('exports.linkNotReady')}</p>
          )}
        </div>
        <p className="mt-3 text-xs text-muted">{t('exports.linkChecked')}</p>
      </Panel>
    </div>
  );
}
