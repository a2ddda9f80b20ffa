import { visibleText } from '@highwater/domain';
import type { MessageBody } from '@highwater/domain';
import type { ReactNode } from 'react';
import { FoldedText } from './folded-text.tsx';
import { KindIcon } from './kind-icon.tsx';
import { MediaActions } from './media-frame.tsx';
import { useDrawing } from './message-context.ts';
import { Words } from './words.tsx';

type UnknownBody = Extract<MessageBody, { kind: 'unknown' }>;

/** Words and numbers listed beside their keys; all of them stand in the original. */
const LISTED_FIELDS = 40;

function MediaLines({ body }: { body: UnknownBody }): ReactNode {
  return body.media.map((media) => (
    <p key={media.path} className="text-xs">
      <MediaActions media={media} />
    </p>
  ));
}

function Fields({ body }: { body: UnknownBody }): ReactNode {
  return (
    <dl className="grid grid-cols-[fit-content(8rem)_minmax(0,1fr)] gap-x-3 text-xs">
      {body.fields
        .filter(({ value }) => value !== '')
        .slice(0, LISTED_FIELDS)
        .map((field, at) => (
          <div key={at} className="contents">
            <dt className="wrap-anywhere text-muted">
              <Words text={field.name.slice(0, 200)} />
            </dt>
            <dd className="min-w-0 wrap-anywhere">
              <FoldedText text={field.value} />
            </dd>
          </div>
        ))}
    </dl>
  );
}

/** A message we cannot draw: the original as it came. */
export function RawCard({ body }: { body: UnknownBody }): ReactNode {
  const { i18n } = useDrawing();
  const reason = body.reason === 'type' && body.sourceType === '' ? 'no_type' : body.reason;
  return (
    <section
      data-kind="unknown"
      className="w-[28rem] max-w-full overflow-clip rounded-md border border-waiting/60 bg-surface"
    >
      <div className="px-3 py-2">
        <p className="flex items-center gap-1.5 font-medium">
          <span className="text-waiting">
            <KindIcon kind="unknown" size={15} />
          </span>
          {i18n.t('kinds.unknown.title')}
        </p>
        <p className="text-xs text-muted">
          <Words text={i18n.t(`kinds.unknown.reason.${reason}`, { type: body.sourceType.slice(0, 200) })} />
        </p>
      </div>
      {(body.fields.length > 0 || body.media.length > 0) && (
        <div className="max-h-96 overflow-auto border-t border-line px-3 py-2">
          <Fields body={body} />
          <MediaLines body={body} />
        </div>
      )}
      <details open={body.fields.length === 0} className="group/raw border-t border-line">
        <summary className="cursor-pointer px-3 py-1 text-xs text-accent">{i18n.t('kinds.unknown.raw')}</summary>
        <pre className="max-h-96 overflow-auto bg-surface-2 px-3 py-2 text-xs break-all whitespace-pre-wrap">
          <Words text={body.raw} />
        </pre>
      </details>
    </section>
  );
}

/** A part of a known message that we cannot draw: its words and numbers, and the original behind them. */
export function UnknownPart({ body }: { body: UnknownBody }): ReactNode {
  const { i18n } = useDrawing();
  const title =
    body.reason === 'depth' ? i18n.t('kinds.unknown.rest', { count: body.rest }) : i18n.t('kinds.unknown.item');
  return (
    <section data-kind="unknown-part" className="rounded-md border border-dashed border-field/60 px-3 py-2">
      <p className="text-xs text-muted">
        {title}
        {body.sourceType !== '' && (
          <>
            {' · '}
            <bdi>{visibleText(body.sourceType).slice(0, 200)}</bdi>
          </>
        )}
      </p>
      <Fields body={body} />
      <MediaLines body={body} />
      <details className="group/raw mt-1 text-xs">
        <summary className="cursor-pointer text-accent">{i18n.t('kinds.unknown.raw')}</summary>
        <pre className="max-h-96 overflow-auto bg-surface-2 px-3 py-2 break-all whitespace-pre-wrap">
          <Words text={body.raw} />
        </pre>
      </details>
    </section>
  );
}
