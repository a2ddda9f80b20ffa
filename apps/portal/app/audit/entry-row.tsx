import { useFetcher } from '@remix-run/react';
import type { AuditView } from '../api/audit.ts';
import { Button } from '../components/button.tsx';
import { FormProblem } from '../components/form-problem.tsx';
import { Cell, Row } from '../components/table.tsx';
import type { action } from '../routes/tenant/audit.tsx';
import { useWords } from '../words/words-context.tsx';
import { detailText } from './detail-text.ts';
import { eventWord } from './event-word.ts';
import { SubjectName } from './subject-name.tsx';

/** One entry: who did what, to what, when and from where, and why. */
export function EntryRow({ entry, mayReadSearches, opened }: RowProps) {
  const words = useWords();
  const { t, when, formatCount } = words;
  const detail = detailText(entry.detail, words, entry.people);
  return (
    <Row>
      <Cell number label={t('audit.when')}>
        <span
          className="whitespace-nowrap"
          title={entry.position === null ? undefined : t('audit.position', { position: formatCount(entry.position) })}
        >
          {when(entry.at)}
        </span>
      </Cell>
      <Cell label={t('audit.who')}>
        {entry.memberName ?? t(`audit.actor.${entry.actor}`)}
        {entry.memberName !== null && !entry.isMember && <span className="text-muted">{t('audit.left')}</span>}
      </Cell>
      <Cell label={t('audit.what')}>{eventWord(entry.event, t)}</Cell>
      <Cell label={t('audit.subject')}>
        <span className="text-xs">
          <SubjectName entry={entry} />
        </span>
        {detail !== '' && <span className="block text-xs text-muted">{detail}</span>}
        {entry.reason !== null && (
          <span className="block text-xs break-words">{t('audit.why', { reason: entry.reason })}</span>
        )}
        {entry.hasWords && mayReadSearches && <SearchedWords auditId={entry.auditId} opened={opened} />}
        {entry.position === null && <span className="block text-xs text-muted">{t('audit.unlinked')}</span>}
      </Cell>
      <Cell number label={t('audit.from')}>
        <span className="font-mono text-xs">{entry.address ?? '—'}</span>
      </Cell>
    </Row>
  );
}

interface RowProps {
  readonly entry: AuditView;
  readonly mayReadSearches: boolean;
  /** Words that were opened without JavaScript. */
  readonly opened: readonly string[] | null;
}

/** A button that opens what was searched for; the words stand where it was. */
function SearchedWords({ auditId, opened }: { auditId: string; opened: readonly string[] | null }) {
  const { t } = useWords();
  const fetcher = useFetcher<typeof action>();
  const answer = fetcher.data;
  const words = answer !== undefined && 'words' in answer ? answer.words : opened;
  if (words !== null) return <span className="block text-xs">{t('audit.opened', { words: words.join(' · ') })}</span>;
  return (
    <fetcher.Form method="post" className="mt-0.5">
      <input type="hidden" name="auditId" value={auditId} />
      <Button look="quiet" className="-ml-3.5 min-h-7 text-xs" title={t('audit.wordsHint')}>
        {t('audit.openWords')}
      </Button>
      {answer !== undefined && 'problem' in answer && <FormProblem problem={answer.problem} />}
    </fetcher.Form>
  );
}
