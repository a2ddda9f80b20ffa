import type { ExportView } from '../api/export-types.ts';
import { ButtonLink } from '../components/button.tsx';
import { useWords } from '../words/words-context.tsx';
import { askAgainHref } from './ask-again.ts';

/** Why a finished package is not handed out, and what to do about it. */
export function RefusedDownload({ view }: { view: ExportView }) {
  const { fault } = useWords();
  if (view.refusal === null) return null;
  const { title, cure } = fault(view.refusal);
  return (
    <p>
      {title}
      <span className="block text-muted">{cure}</span>
    </p>
  );
}

/** The form with the same selection, for who asked. */
export function AskAgain({ view }: { view: ExportView }) {
  const { t, zone } = useWords();
  return view.mine ? <ButtonLink to={askAgainHref(view.selection, zone)}>{t('exports.again')}</ButtonLink> : null;
}
