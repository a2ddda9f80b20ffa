import { FAULTS } from '@highwater/domain';
import { data, redirectDocument, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { getExport } from '../../api/exports.ts';
import { ButtonLink } from '../../components/button.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { nameSelections } from '../../exports/name-selections.ts';
import { AskAgain, RefusedDownload } from '../../exports/refused-download.tsx';
import { selectionWords } from '../../exports/selection-words.ts';
import { paths } from '../../paths.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('exports.package');

/** Leads on to the package; where it is not handed out the page says why. */
export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit, params) => {
    await requireRight(visit, 'export');
    const view = await getExport(visit.api, params['exportId'] ?? '');
    if (view.refusal === null) throw redirectDocument(paths.exportFile(view.exportId));
    const names = await nameSelections(visit.api, [view.selection]);
    return data({ view, names }, { status: FAULTS[view.refusal].status });
  });

export default function DownloadExport() {
  const { view, names } = useLoaderData<typeof loader>();
  const words = useWords();
  const { t, when } = words;
  return (
    <div className="flex max-w-2xl flex-col gap-4">
      <PageHead title={t('exports.package')} lead={`${selectionWords(view, names, words)} · ${when(view.createdAt)}`} />
      <RefusedDownload view={view} />
      <div className="flex flex-wrap gap-2">
        <AskAgain view={view} />
        <ButtonLink to={paths.exports()}>{t('exports.toList')}</ButtonLink>
      </div>
    </div>
  );
}
