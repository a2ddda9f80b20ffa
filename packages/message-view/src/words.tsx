import { visibleText } from '@highwater/domain';
import type { ReactNode } from 'react';
import { useDrawing } from './message-context.ts';
import { splitHighlights } from './split-highlights.ts';
import { splitLinks } from './split-links.ts';

/** A text with the searched words marked. */
export function Words({ text }: { text: string }): ReactNode {
  const { highlight = [], foldCharacter } = useDrawing();
  return splitHighlights(visibleText(text), highlight, foldCharacter).map((piece, at) =>
    piece.marked ? (
      <mark key={at} className="rounded-sm bg-waiting/30 text-ink">
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}

/** A text with marked words and with its web addresses clickable. Direction marks cannot reach outside of it. */
export function LinkedWords({ text }: { text: string }): ReactNode {
  return (
    <bdi>
      {splitLinks(visibleText(text)).map((part, at) =>
        part.url === null ? (
          <Words key={at} text={part.text} />
        ) : (
          <OutsideLink key={at} url={part.url}>
            <Words text={part.text} />
          </OutsideLink>
        ),
      )}
    </bdi>
  );
}

/** A link that leaves the archive: tells the other side nothing about where it came from. */
export function OutsideLink({ url, children }: { url: string; children: ReactNode }): ReactNode {
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer noopener nofollow"
      referrerPolicy="no-referrer"
      className="break-all text-accent underline underline-offset-2"
    >
      {children}
    </a>
  );
}

// Marks that turn the direction of what follows: in a file name they disguise its type ("gpj.exe").
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A file name in one direction, so that its real end is seen. */
export function FileName({ name }: { name: string }): ReactNode {
  return (
    <bdi className="break-all">
      <Words text={name.replace(DIRECTION_MARKS, '')} />
    </bdi>
  );
}
