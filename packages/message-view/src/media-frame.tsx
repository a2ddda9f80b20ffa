import type { MediaRef } from '@highwater/domain';
import type { ReactNode } from 'react';
import { useDrawing } from './message-context.ts';
import type { MediaState } from './message-context.ts';
import { Moment } from './moment.tsx';

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

/** Why there is no file, what can be done about it, and how long there is time for it. */
export function MediaAbsence({ state }: { state: MediaState }): ReactNode {
  return state.state === 'absent' ? <Lost state={state} /> : <Awaited state={state} />;
}

function Lost({ state }: { state: MediaState }): ReactNode {
  const { i18n } = useDrawing();
  const words = state.fault === undefined ? null : i18n.fault(state.fault, state.faultDetail);
  return (
    <span>
      <span className="text-loss">{words?.title ?? i18n.t('kinds.media.absent')}</span>
      {words !== null && words.cure !== '' && <span className="text-muted"> · {words.cure}</span>}
    </span>
  );
}

/** A file that is still to come: what stopped the last try is told as what it was, not as the end. */
function Awaited({ state }: { state: MediaState }): ReactNode {
  const { i18n } = useDrawing();
  const reason = state.fault === undefined ? null : i18n.fault(state.fault, state.faultDetail).title;
  return (
    <span>
      <span className="text-waiting">{i18n.t(reason === null ? 'kinds.media.pending' : 'kinds.media.retrying')}</span>
      {reason !== null && <span className="text-muted"> · {i18n.t('kinds.media.lastTry', { reason })}</span>}
      <TimeLeft state={state} />
    </span>
  );
}

function TimeLeft({ state: { expiresAt } }: { state: MediaState }): ReactNode {
  const { i18n } = useDrawing();
  return expiresAt === undefined ? null : (
    <span className="text-muted">
      {' · '}
      {i18n.t('kinds.media.keptUntil')} <Moment at={expiresAt} />
    </span>
  );
}

/** The bytes are not those that WeCom announced; they are kept as they came. */
export function Md5Note({ state }: { state: MediaState }): ReactNode {
  const { i18n } = useDrawing();
  return state.md5Differed === true ? (
    <span className="text-attention">{i18n.t('kinds.media.md5Differed')}</span>
  ) : null;
}

/** In place of a picture or a player that is not there: what it would have been, and why it is not. */
export function MediaPlaceholder({ sign, children }: { sign?: ReactNode; children: ReactNode }): ReactNode {
  return (
    <div className="flex max-w-xs items-start gap-2.5 rounded-md border border-dashed border-field/60 bg-surface-2 px-3 py-3 text-xs">
      {sign !== undefined && <span className="mt-0.5 text-muted">{sign}</span>}
      <div className="min-w-0">{children}</div>
    </div>
  );
}

/** Why there is no copy of a file that is here; the original can still be had. */
export function CopyAbsence({ state, of }: { state: MediaState; of?: 'text' }): ReactNode {
  const { i18n } = useDrawing();
  if (state.copyFault === undefined) return null;
  const words = i18n.fault(state.copyFault);
  const title = of === 'text' ? i18n.t('kinds.media.noText', { reason: words.title }) : words.title;
  return (
    <span className={state.copyFault === 'copy.pending' ? 'text-waiting' : 'text-attention'}>
      {title}
      {words.cure !== '' && <span className="text-muted"> · {words.cure}</span>}
    </span>
  );
}

/** Download link, or why there is no file and what can be done about it. */
export function MediaActions({ media, downloadName }: { media: MediaRef; downloadName?: string }): ReactNode {
  const { i18n } = useDrawing();
  const { url, state } = useMedia(media);
  if (url === null) return <MediaAbsence state={state} />;
  return (
    <>
      <a href={url} download={downloadName ?? true} className="text-accent underline underline-offset-2">
        {i18n.t('common.download')}
      </a>
      <Md5Note state={state} />
    </>
  );
}
