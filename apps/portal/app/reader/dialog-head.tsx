import { Link } from '@remix-run/react';
import { PackageOpen, Quote } from 'lucide-react';
import { personName } from '../components/person-name.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import { CiteForm } from './cite-form.tsx';
import { CopyLink } from './copy-link.tsx';
import type { DialogSpan, Row } from './make-rows.ts';
import { addressQuery } from './reading-address.ts';
import { useReadingFrame } from './reading-frame.ts';

/** People named at the head of a dialog; the rest is a count. */
const NAMED = 4;
const ACT =
  'inline-flex min-h-7 items-center gap-1 rounded-md px-1.5 text-xs text-muted hover:bg-surface-3 hover:text-accent';

function useFacts({ firstAt, lastAt, messages, hidden, people, isCutBefore, isCutAfter }: DialogSpan): string[] {
  const { t, zone, formatTime, formatDate, when } = useWords();
  const names = people.slice(0, NAMED).map(personName).join(t('common.comma'));
  const isOneDay = formatDate(firstAt, zone) === formatDate(lastAt, zone);
  const from = formatTime(firstAt, zone);
  const until = isOneDay ? formatTime(lastAt, zone) : when(lastAt);
  const isCut = isCutBefore || isCutAfter;
  return [
    from === until ? from : t('reading.span', { from, until }),
    t(isCut ? 'reading.messagesOrMore' : 'reading.messages', { count: messages }),
    people.length > NAMED ? `${names} ${t('reading.others', { count: people.length - NAMED })}` : names,
    hidden > 0 ? t('reading.hiddenInside', { count: hidden }) : '',
    isCutBefore ? t('reading.began') : '',
    isCutAfter ? t('reading.goesOn') : '',
  ].filter((fact) => fact !== '');
}

/** Where a dialog begins: how long it was silent before, who takes part, and what can be done with the whole of it. */
export function DialogHead({ span, seconds, opensDay }: Extract<Row, { kind: 'dialog' }>) {
  const { t, formatDuration } = useWords();
  const { address, gapMinutes, cites, exports, onCite } = useReadingFrame();
  const { firstMessageId, topic } = span;
  const facts = useFacts(span);
  return (
    <section
      id={`g-${firstMessageId}`}
      tabIndex={-1}
      data-heading=""
      aria-label={t('reading.dialog')}
      className={`scroll-mt-4 focus:outline-2 focus:outline-offset-2 focus:outline-accent ${opensDay ? '' : 'mt-3 border-t border-line pt-2'}`}
    >
      {seconds !== null && seconds >= 60 && (
        <p className="pb-1 text-center text-xs text-muted">
          {t('reading.later', { duration: formatDuration(seconds) })}
        </p>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-3">
        <div className="min-w-0 flex-1 basis-60">
          {topic !== null && <h2 className="truncate text-sm font-medium">{topic}</h2>}
          <p className="text-xs text-muted tabular-nums">{facts.join(' · ')}</p>
        </div>
        <div className="-mr-1.5 flex shrink-0 flex-wrap items-center">
          {cites && (
            <details className="relative">
              <summary
                className={ACT}
                onClick={(event) => {
                  event.preventDefault();
                  onCite(firstMessageId);
                }}
              >
                <Quote aria-hidden size={14} />
                {t('reading.citeShort')}
              </summary>
              <noscript>
                <div className="absolute right-0 z-30 w-80 max-w-[80vw] rounded-lg bg-surface p-4 shadow-float">
                  <CiteForm messageId={firstMessageId} />
                </div>
              </noscript>
            </details>
          )}
          {exports && (
            <Link
              to={paths.newExport({ of: firstMessageId, gap: String(gapMinutes) })}
              className={ACT}
              title={t('reading.exportDialog')}
            >
              <PackageOpen aria-hidden size={14} />
              {t('reading.exportShort')}
            </Link>
          )}
          <CopyLink
            to={paths.message(firstMessageId, addressQuery({ ...address, q: '' }))}
            label={t('reading.openLink')}
            className={ACT}
          />
        </div>
      </div>
    </section>
  );
}
