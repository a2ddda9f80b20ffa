import type { MediaRef } from '@highwater/domain';
import type { ReactNode } from 'react';
import { useDrawing } from './message-context.ts';
import type { MediaState } from './message-context.ts';

/** What to draw of a file: where its bytes are, or why they are not there. */
export function useMedia(media: MediaRef): { url: string | null; state: MediaState } {
  const { mediaUrl, mediaState } = useDrawing();
  const state = mediaState(media.path) ?? (media.sdkfileid === null ? NO_ID : PENDING);
  return { url: state.state === 'stored' ? mediaUrl(media.path) : null, state };
}

const NO_ID: MediaState = { state: 'absent', fault: 'media.no_id' };
const PENDING: MediaState = { state: 'pending' };

/** Real size once stored, else what WeCom announced; nothing when neither is known. */
export function useSize(media: MediaRef, state: MediaState): string {
  const { i18n } = useDrawing();
  const bytes = state.bytes ?? media.size;
  return bytes === null ? '' : i18n.formatBytes(bytes);
}

/** Download link, or why there is no file and what can be done about it. */
export function MediaActions({ media, downloadName }: { media: MediaRef; downloadName?: string }): ReactNode {
  const { i18n } = useDrawing();
  const { url, state } = useMedia(media);
  if (url !== null) {
    return (
      <a href={url} download={downloadName ?? true} className="text-accent underline underline-offset-2">
        {i18n.t('common.download')}
      </a>
    );
  }
  const words = state.fault === undefined ? null : i18n.fault(state.fault, state.faultDetail);
  const absent = state.state === 'absent';
  return (
    <span>
      <span className={absent ? 'text-loss' : 'text-waiting'}>
        {words?.title ?? i18n.t(`kinds.media.${state.state}`)}
      </span>
      {absent && words !== null && <span className="text-muted"> · {words.cure}</span>}
    </span>
  );
}
