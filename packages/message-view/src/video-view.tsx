import type { MediaRef } from '@highwater/domain';
import type { ReactNode } from 'react';
import { MediaActions, useMedia, useSize } from './media-frame.tsx';
import { useDrawing } from './message-context.ts';

const PLAYED = /^video\/(?:mp4|webm|ogg|quicktime)$/;

export function VideoView({ media }: { media: MediaRef }): ReactNode {
  const { i18n } = useDrawing();
  const { url, state } = useMedia(media);
  const size = useSize(media, state);
  return (
    <figure data-kind="video" className="max-w-sm">
      {url !== null && PLAYED.test(state.contentType ?? '') && (
        <video controls preload="none" src={url} className="w-full rounded-md bg-surface-3" />
      )}
      <figcaption className="flex flex-wrap gap-x-2 text-sm">
        <span>{i18n.t('kinds.name.video')}</span>
        {media.seconds !== null && <span className="tabular-nums">{i18n.formatDuration(media.seconds)}</span>}
        {size !== '' && <span className="text-muted tabular-nums">{size}</span>}
        <MediaActions media={media} />
      </figcaption>
    </figure>
  );
}
