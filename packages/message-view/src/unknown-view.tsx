import { visibleText } from '@highwater/domain';
import type { MessageBody } from '@highwater/domain';
import type { ReactNode } from 'react';
import { MediaActions } from './media-frame.tsx';
import { useDrawing } from './message-context.ts';
import { LinkedWords, Words } from './words.tsx';

type UnknownBody = Extract<MessageBody, { kind: 'unknown' }>;

function MediaLines({ body }: { body: UnknownBody }): ReactNode {
  return body.media.map((media) => (
    <p key={media.path} className="text-sm">
      <MediaActions media={media} />
    </p>
  ));
}

/** A message we cannot draw: the original as it came. */
export function RawCard({ body }: { body: UnknownBody }): ReactNode {
  const { i18n } = useDrawing();
  const reason = body.reason === 'type' && body.sourceType === '' ? 'no_type' : body.reason;
  return (
    <section data-kind="unknown" className="max-w-prose rounded-md border border-waiting bg-surface-2 px-3 py-2">
      <p className="font-medium">{i18n.t('kinds.unknown.title')}</p>
      <p className="text-sm text-muted">{i18n.t(`kinds.unknown.reason.${reason}`, { type: body.sourceType })}</p>
      <pre className="mt-1 max-h-96 overflow-auto rounded-sm bg-surface-3 p-2 text-xs break-all whitespace-pre-wrap">
        <Words text={body.raw} />
      </pre>
      <MediaLines body={body} />
    </section>
  );
}

/** A part of a known message that we cannot draw: its words and numbers, without the markup around them. */
export function UnknownPart({ body }: { body: UnknownBody }): ReactNode {
  const { i18n } = useDrawing();
  const title =
    body.reason === 'depth' ? i18n.t('kinds.unknown.rest', { count: body.rest }) : i18n.t('kinds.unknown.item');
  return (
    <section data-kind="unknown-part" className="rounded-md border border-dashed border-line px-3 py-2">
      <p className="text-xs text-muted">
        {body.sourceType === '' ? title : `${title} · ${visibleText(body.sourceType)}`}
      </p>
      <dl className="grid grid-cols-[max-content_1fr] gap-x-3 text-sm">
        {body.fields.map((field, at) => (
          <div key={at} className="contents">
            <dt className="text-muted">
              <Words text={field.name} />
            </dt>
            <dd className="break-words">
              <LinkedWords text={field.value} />
            </dd>
          </div>
        ))}
      </dl>
      <MediaLines body={body} />
    </section>
  );
}
