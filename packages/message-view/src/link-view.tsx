import type { MessageBody } from '@highwater/domain';
import type { ReactNode } from 'react';
import { FieldList } from './field-list.tsx';
import { FoldedList } from './folded-list.tsx';
import { FoldedText } from './folded-text.tsx';
import { useDrawing } from './message-context.ts';
import { NamedPerson } from './named-person.tsx';
import { findWebUrl } from './split-links.ts';
import { CardSign, TitledCard } from './titled-card.tsx';
import { OutsideLink, Words } from './words.tsx';

/** No browser opens longer ones reliably, and no person sent them to be opened. */
const LONGEST_ADDRESS = 8_000;

/** An address as text, its host first. Only http and https can be opened; nothing is loaded from it. */
export function WebAddress({ url }: { url: string }): ReactNode {
  const { i18n } = useDrawing();
  if (url === '') return null;
  const parsed = url.length > LONGEST_ADDRESS ? null : findWebUrl(url);
  if (parsed === null) {
    return (
      <div className="text-xs break-all text-muted" title={i18n.t('kinds.link.notClickable')}>
        <FoldedPlain text={url} />
      </div>
    );
  }
  return (
    <p className="text-xs">
      <bdi className="font-medium text-muted">{parsed.host}</bdi>
      <span className="text-muted"> · </span>
      <OutsideLink url={parsed.href}>
        <Words text={url} />
      </OutsideLink>
    </p>
  );
}

/** An address that cannot be opened: its text, never a link. */
function FoldedPlain({ text }: { text: string }): ReactNode {
  if (text.length <= 400) return <Words text={text} />;
  return (
    <details>
      <summary className="cursor-pointer">
        <Words text={`${text.slice(0, 200)}…`} />
      </summary>
      <Words text={text} />
    </details>
  );
}

function Description({ text }: { text: string }): ReactNode {
  if (text === '') return null;
  return (
    <div className="text-xs text-muted">
      <FoldedText text={text} />
    </div>
  );
}

export function LinkView({ body }: { body: Extract<MessageBody, { kind: 'link' }> }): ReactNode {
  return (
    <TitledCard kind="link" title={body.title} aside={<CardSign kind="link" />}>
      <Description text={body.description} />
      <WebAddress url={body.url} />
    </TitledCard>
  );
}

export function NewsView({ body }: { body: Extract<MessageBody, { kind: 'news' }> }): ReactNode {
  return (
    <TitledCard kind="news">
      <FoldedList
        className="divide-y divide-line"
        entries={body.articles}
        plain={({ title, description, url }) => [title, description, url].join(' ')}
        draw={(article, at) => (
          <li key={at} className="py-1.5 first:pt-0 last:pb-0">
            <div className="font-semibold">
              <FoldedText text={article.title} />
            </div>
            <Description text={article.description} />
            <WebAddress url={article.url} />
          </li>
        )}
      />
    </TitledCard>
  );
}

export function DocumentView({ body }: { body: Extract<MessageBody, { kind: 'docmsg' }> }): ReactNode {
  return (
    <TitledCard kind="docmsg" title={body.title} aside={<CardSign kind="docmsg" />}>
      <WebAddress url={body.url} />
      <FieldList
        fields={[['creator', body.creator === null ? '' : <NamedPerson key="creator" person={body.creator} />]]}
      />
    </TitledCard>
  );
}

export function MiniProgramView({ body }: { body: Extract<MessageBody, { kind: 'weapp' }> }): ReactNode {
  return (
    <TitledCard
      kind="weapp"
      label={body.displayName === '' ? undefined : body.displayName}
      title={body.title}
      aside={<CardSign kind="weapp" />}
    >
      <Description text={body.description} />
      <FieldList fields={[['miniProgramId', body.username]]} />
    </TitledCard>
  );
}

export function ChannelsView({ body }: { body: Extract<MessageBody, { kind: 'sphfeed' }> }): ReactNode {
  const { i18n } = useDrawing();
  return (
    <TitledCard
      kind="sphfeed"
      label={i18n.t(`kinds.feed.${body.feed}`)}
      title={body.name}
      aside={<CardSign kind="sphfeed" />}
    >
      {body.description !== '' && <FoldedText text={body.description} />}
    </TitledCard>
  );
}
