import type { MediaRef, MessageBody } from '@highwater/domain';
import type { ReactNode } from 'react';
import { MediaActions, useMedia, useSize } from './media-frame.tsx';
import { useDrawing } from './message-context.ts';
import { FileName } from './words.tsx';

// Formats that every browser draws; anything else is offered for download only. SVG may hold script.
const DRAWN = /^image\/(?:png|jpeg|gif|webp|avif|bmp)$/;

function Picture({ media, name }: { media: MediaRef; name: string }): ReactNode {
  const { url, state } = useMedia(media);
  const size = useSize(media, state);
  const drawn = url !== null && (state.contentType === undefined || DRAWN.test(state.contentType));
  const edge = media.width !== null && media.height !== null && media.width > 0 && media.height > 0;
  return (
    <figure data-kind={media.mediaKind} className="max-w-xs">
      {drawn && (
        <a href={url}>
          <img
            src={url}
            alt={media.fileName ?? name}
            loading="lazy"
            decoding="async"
            {...(edge ? { width: media.width, height: media.height } : {})}
            className="max-h-72 w-auto rounded-md border border-line bg-surface-2"
          />
        </a>
      )}
      <figcaption className="mt-0.5 flex flex-wrap gap-x-2 text-xs text-muted">
        <span>{name}</span>
        {media.fileName !== null && <FileName name={media.fileName} />}
        {size !== '' && <span className="tabular-nums">{size}</span>}
        <MediaActions media={media} />
      </figcaption>
    </figure>
  );
}

export function ImageView({ media }: { media: MediaRef }): ReactNode {
  const { i18n } = useDrawing();
  return <Picture media={media} name={i18n.t('kinds.name.image')} />;
}

export function EmotionView({ body }: { body: Extract<MessageBody, { kind: 'emotion' }> }): ReactNode {
  const { i18n } = useDrawing();
  return <Picture media={body.media} name={i18n.t(`kinds.emotion.${body.format}`)} />;
}
