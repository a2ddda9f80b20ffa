import { calmText } from './calm-text.ts';
import type { ReactNode } from 'react';
import { cutText } from './cut-text.ts';
import { FoldedText } from './folded-text.tsx';
import { WebAddress } from './link-view.tsx';
import { splitMarkdown } from './split-markdown.ts';
import type { MarkdownSpan } from './split-markdown.ts';
import { TitledCard } from './titled-card.tsx';
import { LinkedWords, Words } from './words.tsx';

const TONES = { info: 'text-healthy', comment: 'text-muted', warning: 'text-attention' } as const;

function Span({ span }: { span: MarkdownSpan }): ReactNode {
  if (span.url !== null) {
    return (
      <>
        <Words text={span.text} /> <WebAddress url={span.url} />
      </>
    );
  }
  if (span.style === 'strong')
    return (
      <strong className="font-semibold">
        <Words text={span.text} />
      </strong>
    );
  if (span.style === 'code')
    return (
      <code className="rounded-sm bg-surface-3 px-1">
        <Words text={span.text} />
      </code>
    );
  if (span.tone !== null)
    return (
      <span className={TONES[span.tone]}>
        <Words text={span.text} />
      </span>
    );
  return <LinkedWords text={span.text} />;
}

/** Four times what WeCom lets a robot send; what is beyond follows unformatted. */
const MARKDOWN_LENGTH = 16_384;
const MARKDOWN_LINES = 400;

function cutLines(content: string): readonly [head: string, rest: string] {
  const [head, rest] = cutText(content, MARKDOWN_LENGTH);
  const lines = head.split('\n');
  if (lines.length <= MARKDOWN_LINES) return [head, rest];
  return [lines.slice(0, MARKDOWN_LINES).join('\n'), `${lines.slice(MARKDOWN_LINES).join('\n')}${rest}`];
}

/** A robot's message, formatted as people saw it. */
export function MarkdownView({ content }: { content: string }): ReactNode {
  const [head, rest] = cutLines(calmText(content));
  return (
    <TitledCard kind="markdown">
      <div className="overflow-clip wrap-anywhere">
        {splitMarkdown(head).map((line, at) => (
          <div
            key={at}
            className={`min-h-[1lh] ${line.level > 0 ? 'font-semibold' : ''} ${line.quoted ? 'border-s-2 border-line ps-2' : ''}`}
          >
            {line.spans.map((span, index) => (
              <Span key={index} span={span} />
            ))}
          </div>
        ))}
        {rest !== '' && <FoldedText text={rest} />}
      </div>
    </TitledCard>
  );
}
