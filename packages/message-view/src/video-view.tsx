import type { MediaRef } from '@highwater/domain';
import type { ReactNode } from 'react';
import { CopyAbsence, MediaAbsence, MediaActions, MediaPlaceholder, useMedia, useSize } from './media-frame.tsx';
import { KindIcon } from './kind-icon.tsx';
import { useDrawing } from './message-context.ts';

const PLAYED = /^video\/(?:mp4|webm|ogg|quicktime)$/;

export function VideoView({ media }: { media: MediaRef }): ReactNode {
  const { i18n } = useDrawing();
  const { url, state } = useMedia(media);
  const size = useSize(media, state);
  const poster = state.copies?.poster ?? null;
  const plays = url !== null && PLAYED.test(state.contentType ?? '');
  return (
    <figure data-kind="video" className="max-w-sm">
      {plays ? (
        <video
          controls
          preload="none"
          src={url}
          {...(poster === null ? {} : { poster: poster.url, width: poster.width, height: poster.height })}
          className="h-auto max-h-96 w-full rounded-md bg-surface-3"
        />
      ) : (
        url === null && (
          <MediaPlaceholder sign={<KindIcon kind="video" size={18} />}>
            <MediaAbsence state={state} />
          </MediaPlaceholder>
        )
      )}
      <figcaption className="mt-0.5 flex flex-wrap gap-x-2 text-xs text-muted">
        <span>{i18n.t('kinds.name.video')}</span>
        {media.seconds !== null && <span className="tabular-nums">{i18n.formatDuration(media.seconds)}</span>}
        {size !== '' && <span className="tabular-nums">{size}</span>}
        {url !== null && <MediaActions media={media} />}
        {url !== null && !plays && <CopyAbsence state={state} />}
      </figcaption>
    </figure>
  );
}
