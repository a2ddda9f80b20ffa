import type { MediaRef } from '@highwater/domain';
import type { ReactNode } from 'react';
import { CopyAbsence, MediaActions, Md5Note, useMedia, useSize } from './media-frame.tsx';
import { KindIcon } from './kind-icon.tsx';
import { useDrawing } from './message-context.ts';
import { SoundPlayer } from './sound-player.tsx';

// What browsers play by themselves. WeCom's voice is AMR, which none plays: a playable copy has its own type.
const PLAYED = /^audio\/(?:mpeg|mp4|aac|wav|x-wav|wave|ogg|webm|flac)$/;

const TYPE_NAMES: Readonly<Record<string, string>> = {
  'audio/amr': 'AMR',
  'audio/amr-wb': 'AMR-WB',
  'audio/silk': 'SILK',
  'audio/wav': 'WAV',
  'audio/mpeg': 'MP3',
};

/** The original behind a small menu: what is heard is a copy. */
function OriginalMenu({ url, contentType }: { url: string; contentType: string | undefined }): ReactNode {
  const { i18n } = useDrawing();
  const type = TYPE_NAMES[contentType ?? ''] ?? contentType ?? '?';
  return (
    <details className="relative ms-auto text-sm">
      <summary className="cursor-pointer list-none rounded-sm px-1.5 text-muted hover:text-ink">
        <span aria-hidden="true">⋯</span>
        <span className="sr-only">{i18n.t('kinds.media.more')}</span>
      </summary>
      <div className="absolute right-0 z-10 mt-1 w-max max-w-60 rounded-md border border-line bg-surface px-3 py-2 shadow-sm">
        <a href={url} download className="text-accent underline underline-offset-2">
          {i18n.t('kinds.media.original', { type })}
        </a>
      </div>
    </details>
  );
}

/** Duration, size, and a player: of the copy, or of the original where browsers play it. */
export function SoundLine({ media, name }: { media: MediaRef; name?: string }): ReactNode {
  const { i18n } = useDrawing();
  const { url, state } = useMedia(media);
  const size = useSize(media, state);
  const audio = state.copies?.audio ?? null;
  const playsItself = url !== null && audio === null && PLAYED.test(state.contentType ?? '');
  const seconds = audio === null ? media.seconds : Math.round(audio.seconds);
  return (
    <div data-kind={media.mediaKind} className="flex w-80 max-w-full flex-wrap items-center gap-x-2.5 gap-y-1">
      <span className="flex items-center gap-1.5">
        <KindIcon kind="voice" size={15} />
        {name}
      </span>
      {seconds !== null && <span className="tabular-nums">{i18n.formatDuration(seconds)}</span>}
      {size !== '' && <span className="text-xs text-muted tabular-nums">{size}</span>}
      {url !== null && audio !== null ? (
        <>
          <OriginalMenu url={url} contentType={state.contentType} />
          <SoundPlayer url={audio.url} seconds={audio.seconds} peaks={audio.peaks} />
          <span className="text-xs">
            <Md5Note state={state} />
          </span>
        </>
      ) : (
        <>
          {playsItself && (
            <audio controls preload="none" src={url} aria-label={i18n.t('kinds.voice.play')} className="h-9" />
          )}
          <span className="flex flex-wrap gap-x-2 text-xs">
            {url !== null && !playsItself && <CopyAbsence state={state} />}
            <MediaActions media={media} />
          </span>
        </>
      )}
    </div>
  );
}

export function VoiceView({ media }: { media: MediaRef }): ReactNode {
  const { i18n } = useDrawing();
  return <SoundLine media={media} name={i18n.t('kinds.name.voice')} />;
}
