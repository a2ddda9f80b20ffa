import type { MediaRef } from '@highwater/domain';
import type { ReactNode } from 'react';
import { MediaActions, useMedia, useSize } from './media-frame.tsx';
import { useDrawing } from './message-context.ts';
import { FileName } from './words.tsx';

/** The name to save under: the extension stands once even where WeCom gives it apart from the name. */
function downloadNameOf({ fileName, extension }: MediaRef): string | undefined {
  if (fileName === null) return undefined;
  const hasIt = extension === null || fileName.toLowerCase().endsWith(`.${extension}`);
  return (hasIt ? fileName : `${fileName}.${extension}`).replace(/[\\/:*?"<>|]/g, '_');
}

/** Characters of a hash that tell files apart at a glance. */
const SHOWN_HASH = 12;

/** Type, name, size, hash, download. */
export function FileLine({ media }: { media: MediaRef }): ReactNode {
  const { i18n } = useDrawing();
  const { state } = useMedia(media);
  const size = useSize(media, state);
  const saveAs = downloadNameOf(media);
  return (
    <div className="flex items-start gap-3">
      <span
        aria-hidden="true"
        className="shrink-0 rounded-sm bg-surface-3 px-1.5 py-1 text-xs font-semibold whitespace-nowrap uppercase text-muted"
      >
        {(media.extension ?? '·').slice(0, 5)}
      </span>
      <div className="min-w-0">
        <p className="font-medium">
          {media.fileName === null ? i18n.t('kinds.file.unnamed') : <FileName name={media.fileName} />}
        </p>
        <p className="flex flex-wrap gap-x-2 text-sm text-muted">
          {media.extension !== null && <span className="uppercase">{media.extension}</span>}
          {size !== '' && <span className="tabular-nums">{size}</span>}
          {state.sha256 !== undefined && (
            <span title={state.sha256} className="font-mono text-xs leading-5">
              {i18n.t('kinds.file.hash', { start: state.sha256.slice(0, SHOWN_HASH) })}
            </span>
          )}
          <MediaActions media={media} {...(saveAs === undefined ? {} : { downloadName: saveAs })} />
          {state.copies?.text != null && (
            <a href={state.copies.text.url} download className="text-accent underline underline-offset-2">
              {i18n.t('kinds.file.text')}
            </a>
          )}
        </p>
      </div>
    </div>
  );
}

export function FileView({ media }: { media: MediaRef }): ReactNode {
  const { i18n } = useDrawing();
  return (
    <section data-kind="file" className="max-w-prose rounded-md border border-line bg-surface-2 px-3 py-2">
      <p className="text-xs text-muted">{i18n.t('kinds.name.file')}</p>
      <FileLine media={media} />
    </section>
  );
}
