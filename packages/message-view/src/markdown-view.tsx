import { visibleText } from '@highwater/domain';
import type { ReactNode } from 'react';
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

/** A robot's message, formatted as people saw it. */
export function MarkdownView({ content }: { content: string }): ReactNode {
  return (
    <TitledCard kind="markdown">
      <div className="mt-1 break-words">
        {splitMarkdown(visibleText(content)).map((line, at) => (
          <div
            key={at}
            className={`min-h-[1lh] ${line.level > 0 ? 'font-semibold' : ''} ${line.quoted ? 'border-s-2 border-line ps-2' : ''}`}
          >
            {line.spans.map((span, index) => (
              <Span key={index} span={span} />
            ))}
          </div>
        ))}
      </div>
    </TitledCard>
  );
}
