import type { MediaRef } from '@highwater/domain';
import type { ReactNode } from 'react';
import { MediaActions, useMedia, useSize } from './media-frame.tsx';
import { useDrawing } from './message-context.ts';

// What browsers play by themselves. WeCom's voice is AMR, which none plays: a playable copy has its own type.
const PLAYED = /^audio\/(?:mpeg|mp4|aac|wav|x-wav|wave|ogg|webm|flac)$/;

/** Duration, size, and a player where the stored form can be played. */
export function SoundLine({ media, name }: { media: MediaRef; name?: string }): ReactNode {
  const { i18n } = useDrawing();
  const { url, state } = useMedia(media);
  const size = useSize(media, state);
  return (
    <div data-kind={media.mediaKind} className="flex max-w-prose flex-wrap items-center gap-x-3 gap-y-1">
      {name !== undefined && <span>{name}</span>}
      {media.seconds !== null && <span className="tabular-nums">{i18n.formatDuration(media.seconds)}</span>}
      {size !== '' && <span className="text-xs text-muted tabular-nums">{size}</span>}
      {url !== null && PLAYED.test(state.contentType ?? '') && (
        <audio controls preload="none" src={url} aria-label={i18n.t('kinds.voice.play')} className="h-9" />
      )}
      <span className="text-sm">
        <MediaActions media={media} />
      </span>
    </div>
  );
}

export function VoiceView({ media }: { media: MediaRef }): ReactNode {
  const { i18n } = useDrawing();
  return <SoundLine media={media} name={i18n.t('kinds.name.voice')} />;
}
