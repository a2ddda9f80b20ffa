import type { MediaRef, MessageBody } from '@highwater/domain';
import { useState, type ReactNode } from 'react';
import { CopyAbsence, MediaAbsence, MediaActions, MediaPlaceholder, useMedia, useSize } from './media-frame.tsx';
import { KindIcon } from './kind-icon.tsx';
import { useDrawing, type MediaState } from './message-context.ts';
import { picturesAtHand, type PictureAtHand } from './pictures-at-hand.ts';
import type { PictureViewer } from './picture-viewer.tsx';
import { FileName } from './words.tsx';

// Formats that every browser draws; anything else is offered for download only. SVG may hold script.
const DRAWN = /^image\/(?:png|jpeg|gif|webp|avif|bmp)$/;

interface OpenViewer {
  readonly Viewer: typeof PictureViewer;
  readonly pictures: readonly PictureAtHand[];
  /** Place of the picture that is shown first. */
  readonly first: number;
}

interface DrawnPicture {
  /** Stands in the message. */
  readonly small: string;
  /** Opens on it. */
  readonly large: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** The small copy, behind which the original opens; the original itself only where no copy was refused. */
function pictureOf(media: MediaRef, url: string | null, state: MediaState): DrawnPicture | null {
  if (url === null) return null;
  const isDrawn = state.contentType === undefined || DRAWN.test(state.contentType);
  const thumbnail = state.copies?.thumbnail ?? null;
  if (thumbnail !== null) {
    const { width, height } = thumbnail;
    return { small: thumbnail.url, large: isDrawn ? url : thumbnail.url, width, height };
  }
  // A picture that our decoder gave up on may stop a browser, too.
  const isRefused = state.copyFault !== undefined && state.copyFault !== 'copy.pending';
  if (!isDrawn || isRefused) return null;
  const hasEdges = media.width !== null && media.height !== null && media.width > 0 && media.height > 0;
  return { small: url, large: url, width: hasEdges ? media.width : null, height: hasEdges ? media.height : null };
}

function WhyNoPicture({ url, state }: { url: string | null; state: MediaState }): ReactNode {
  const { i18n } = useDrawing();
  if (url === null) return <MediaAbsence state={state} />;
  if (state.copyFault !== undefined) return <CopyAbsence state={state} />;
  return <span className="text-muted">{i18n.t('kinds.picture.notDrawn')}</span>;
}

function Picture({ media, name }: { media: MediaRef; name: string }): ReactNode {
  const { i18n } = useDrawing();
  const { url, state } = useMedia(media);
  const size = useSize(media, state);
  const [open, setOpen] = useState<OpenViewer | null>(null);
  const picture = pictureOf(media, url, state);
  const alt = media.fileName ?? name;
  return (
    <figure data-kind={media.mediaKind} className="w-fit max-w-xs">
      {picture === null ? (
        <MediaPlaceholder sign={<KindIcon kind={media.mediaKind === 'emotion' ? 'emotion' : 'image'} size={18} />}>
          <WhyNoPicture url={url} state={state} />
        </MediaPlaceholder>
      ) : (
        <a
          href={picture.large}
          aria-label={`${i18n.t('kinds.picture.open')} ${alt}`}
          data-picture={alt}
          className="inline-block cursor-zoom-in"
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            const [pictures, first] = picturesAtHand(event.currentTarget);
            // Comes when it is asked for; where it cannot be had the picture opens, as without script.
            import('./picture-viewer.tsx').then(
              ({ PictureViewer: Viewer }) => setOpen({ Viewer, pictures, first }),
              () => window.location.assign(picture.large),
            );
          }}
        >
          <img
            src={picture.small}
            alt={alt}
            loading="lazy"
            decoding="async"
            {...(picture.width !== null && picture.height !== null
              ? { width: picture.width, height: picture.height }
              : {})}
            className={
              media.mediaKind === 'emotion'
                ? 'h-auto max-h-36 w-auto max-w-36'
                : 'h-auto max-h-72 w-auto max-w-full rounded-md border border-line bg-surface-2'
            }
          />
        </a>
      )}
      <figcaption className="mt-0.5 flex flex-wrap gap-x-2 text-xs text-muted">
        <span>{name}</span>
        {media.fileName !== null && <FileName name={media.fileName} />}
        {size !== '' && <span className="tabular-nums">{size}</span>}
        {url !== null && <MediaActions media={media} />}
      </figcaption>
      {open !== null && <open.Viewer pictures={open.pictures} first={open.first} onClose={() => setOpen(null)} />}
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
