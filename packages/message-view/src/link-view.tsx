import type { MessageBody } from '@highwater/domain';
import type { ReactNode } from 'react';
import { FieldList } from './field-list.tsx';
import { useDrawing } from './message-context.ts';
import { findWebUrl } from './split-links.ts';
import { TitledCard } from './titled-card.tsx';
import { LinkedWords, OutsideLink, Words } from './words.tsx';

/** An address as text, its host first. Only http and https can be opened; nothing is loaded from it. */
export function WebAddress({ url }: { url: string }): ReactNode {
  const { i18n } = useDrawing();
  if (url === '') return null;
  const parsed = findWebUrl(url);
  if (parsed === null) {
    return (
      <span className="break-all text-muted" title={i18n.t('kinds.link.notClickable')}>
        <Words text={url} />
      </span>
    );
  }
  return (
    <span className="text-sm">
      <span className="text-muted">{parsed.host} · </span>
      <OutsideLink url={parsed.href}>
        <Words text={url} />
      </OutsideLink>
    </span>
  );
}

export function LinkView({ body }: { body: Extract<MessageBody, { kind: 'link' }> }): ReactNode {
  return (
    <TitledCard kind="link" title={<Words text={body.title} />}>
      {body.description !== '' && (
        <p className="text-sm text-muted">
          <Words text={body.description} />
        </p>
      )}
      <WebAddress url={body.url} />
    </TitledCard>
  );
}

export function NewsView({ body }: { body: Extract<MessageBody, { kind: 'news' }> }): ReactNode {
  return (
    <TitledCard kind="news">
      <ul className="divide-y divide-line">
        {body.articles.map((article, at) => (
          <li key={at} className="py-1">
            <p className="font-medium">
              <Words text={article.title} />
            </p>
            {article.description !== '' && (
              <p className="text-sm text-muted">
                <Words text={article.description} />
              </p>
            )}
            <WebAddress url={article.url} />
          </li>
        ))}
      </ul>
    </TitledCard>
  );
}

export function DocumentView({ body }: { body: Extract<MessageBody, { kind: 'docmsg' }> }): ReactNode {
  const { nameOf } = useDrawing();
  return (
    <TitledCard kind="docmsg" title={<Words text={body.title} />}>
      <WebAddress url={body.url} />
      <FieldList fields={[['creator', nameOf(body.creator)]]} />
    </TitledCard>
  );
}

export function MiniProgramView({ body }: { body: Extract<MessageBody, { kind: 'weapp' }> }): ReactNode {
  return (
    <TitledCard kind="weapp" label={body.displayName || undefined} title={<Words text={body.title} />}>
      {body.description !== '' && (
        <p className="text-sm text-muted">
          <LinkedWords text={body.description} />
        </p>
      )}
      <FieldList fields={[['miniProgramId', body.username]]} />
    </TitledCard>
  );
}

export function ChannelsView({ body }: { body: Extract<MessageBody, { kind: 'sphfeed' }> }): ReactNode {
  const { i18n } = useDrawing();
  return (
    <TitledCard kind="sphfeed" label={i18n.t(`kinds.feed.${body.feed}`)} title={<Words text={body.name} />}>
      {body.description !== '' && (
        <p className="text-sm">
          <LinkedWords text={body.description} />
        </p>
      )}
    </TitledCard>
  );
}
