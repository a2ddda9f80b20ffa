import type { ReactNode } from 'react';
import { calmText, DIRECTION_MARKS } from './calm-text.ts';
import { cutText, RICH_LENGTH } from './cut-text.ts';
import { useDrawing } from './message-context.ts';
import { splitHighlights } from './split-highlights.ts';
import { splitLinks } from './split-links.ts';

function Marked({ text }: { text: string }): ReactNode {
  const { highlight = [], foldCharacter } = useDrawing();
  const [head, rest] = cutText(text, RICH_LENGTH);
  return (
    <>
      {splitHighlights(head, highlight, foldCharacter).map((piece, at) =>
        piece.marked ? <mark key={at}>{piece.text}</mark> : piece.text,
      )}
      {rest}
    </>
  );
}

/** A text with the searched words marked. Direction marks cannot reach outside of it. */
export function Words({ text }: { text: string }): ReactNode {
  return (
    <bdi>
      <Marked text={calmText(text)} />
    </bdi>
  );
}

/** A text with marked words and with its web addresses clickable. */
export function LinkedWords({ text }: { text: string }): ReactNode {
  const [head, rest] = cutText(calmText(text), RICH_LENGTH);
  return (
    <bdi>
      {splitLinks(head).map((part, at) =>
        part.url === null ? (
          <Marked key={at} text={part.text} />
        ) : (
          <OutsideLink key={at} url={part.url}>
            <Marked text={part.text} />
          </OutsideLink>
        ),
      )}
      {rest}
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

/** Longer names are cut in the middle: the end says what a file is. */
const LONGEST_NAME = 120;

/** A file name in one direction: marks that turn it disguise a type ("gpj.exe"). Its real end is always seen. */
export function FileName({ name }: { name: string }): ReactNode {
  const plain = calmText(name).replace(DIRECTION_MARKS, '');
  if (plain.length <= LONGEST_NAME) {
    return (
      <span className="break-all">
        <Words text={plain} />
      </span>
    );
  }
  return (
    <span className="break-all" title={plain.slice(0, 2_000)}>
      <Words text={`${plain.slice(0, 64).toWellFormed()} … ${plain.slice(-40).toWellFormed()}`} />
    </span>
  );
}
