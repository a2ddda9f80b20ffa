import { Link } from '@remix-run/react';
import { lazy, Suspense } from 'react';
import type { SearchHit } from '../api/types.ts';
import { personName } from '../components/person-name.tsx';
import { paths } from '../paths.ts';
import { PersonLink } from '../people/person-link.tsx';
import { roomName } from '../reader/conversation-title.ts';
import { useWords } from '../words/words-context.tsx';
import { fieldWord } from './field-word.ts';
import { Highlighted } from './highlighted.tsx';

/** Only searches without words draw whole messages: the others do not carry it to the browser. */
const loadDrawn = async () => (await import('../reader/drawn-message.tsx')).DrawnMessage;
/**
 * There from the first drawing on the server, and in a page on which the server has drawn with it: what is taken over
 * must not wait, as whatever changes meanwhile would have it all drawn anew.
 */
const isDrawn = typeof document === 'undefined' || document.querySelector('[data-whole]') !== null;
const AtOnce = isDrawn ? await loadDrawn() : null;
const Later = lazy(async () => ({ default: await loadDrawn() }));

function WholeMessage({ hit }: { hit: SearchHit }) {
  if (AtOnce) return <AtOnce message={hit} hrefOf={() => null} />;
  return (
    <Suspense fallback={<div className="h-6" />}>
      <Later message={hit} hrefOf={() => null} />
    </Suspense>
  );
}

/** How many texts of one message a hit shows. */
const TEXTS = 3;

/** To whom or where, by the names of that day. */
function useWhere(hit: SearchHit): string {
  const words = useWords();
  if (hit.roomId !== null) {
    const isExternal = hit.direction === 'inbound' || hit.direction === 'outbound';
    return roomName({ roomId: hit.roomId, name: hit.roomName, isExternal }, words);
  }
  const others = hit.people.filter(({ personKey }) => personKey !== hit.sender?.personKey);
  return others.map(personName).join(words.t('common.comma'));
}

/** The words that were found, each with the part of the message that it stands in. */
function Found({ hit }: { hit: SearchHit }) {
  const { t } = useWords();
  return (
    <>
      {hit.highlights.slice(0, TEXTS).map((highlight, at) => {
        const field = fieldWord(hit.kind, highlight.field);
        return (
          <div key={at}>
            {field !== null && <p className="text-xs text-muted">{t('search.inField', { field: t(field) })}</p>}
            <Highlighted highlight={highlight} />
          </div>
        );
      })}
      {hit.fileHighlights.map((highlight, at) => (
        <div key={at} className="mt-1.5 border-l-2 border-line pl-3 text-sm">
          <p className="text-xs text-muted">
            {t('search.inFile')} <bdi className="break-all">{highlight.fileName ?? t('kinds.file.unnamed')}</bdi>
          </p>
          <div className="line-clamp-4">
            <Highlighted highlight={highlight} />
          </div>
        </div>
      ))}
    </>
  );
}

/** A found message: who, to whom, when, the words that were found. */
export function Hit({ hit, q }: { hit: SearchHit; q: string }) {
  const { t, when } = useWords();
  const where = useWhere(hit);
  return (
    <article
      id={`hit-${hit.messageId}`}
      tabIndex={-1}
      data-hit={hit.messageId}
      className="rounded-lg border border-line px-4 py-3 focus:border-accent focus-visible:outline-offset-0"
    >
      <header className="mb-1.5 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm">
        <span className="flex min-w-0 max-w-full flex-wrap items-center gap-x-1.5 font-medium">
          {hit.sender && <PersonLink person={hit.sender} />}
          {where !== '' && (
            <>
              <span aria-hidden className="text-muted">
                →
              </span>
              <span className="min-w-0 truncate font-normal text-muted">{where}</span>
            </>
          )}
        </span>
        <span className="text-xs text-muted">{t(`kinds.name.${hit.kind}`)}</span>
        {hit.recalledAt !== null && <span className="text-xs text-attention">{t('reader.recalled')}</span>}
        {!hit.sentAtKnown && <span className="text-xs text-attention">{t('reader.timeUnknown')}</span>}
        <time
          dateTime={new Date(hit.sentAt).toISOString()}
          className="ml-auto text-xs whitespace-nowrap text-muted tabular-nums"
        >
          {when(hit.sentAt)}
        </time>
      </header>
      {hit.highlights.length > 0 || hit.fileHighlights.length > 0 ? (
        <Found hit={hit} />
      ) : (
        <div data-whole className="max-h-56 overflow-hidden">
          <WholeMessage hit={hit} />
        </div>
      )}
      <Link
        to={paths.message(hit.messageId, { q })}
        data-open
        prefetch="intent"
        className="mt-1.5 inline-block text-accent hover:underline"
      >
        {t('reader.openInContext')}
      </Link>
    </article>
  );
}
