import type { MediaRef } from '@highwater/domain';
import type { ReactNode } from 'react';
import { extensionOf, FileIcon } from './file-icon.tsx';
import { CopyAbsence, MediaActions, useMedia, useSize } from './media-frame.tsx';
import { useDrawing } from './message-context.ts';
import { CARD, CardFoot } from './titled-card.tsx';
import { FileName } from './words.tsx';

/** What systems take for a file's name; the rest of a hostile one is of no use to anybody. */
const LONGEST_NAME = 200;

/** The name to save under: the extension stands once even where WeCom gives it apart from the name. */
function downloadNameOf({ fileName, extension }: MediaRef): string | undefined {
  if (fileName === null) return undefined;
  const hasIt = extension === null || fileName.toLowerCase().endsWith(`.${extension}`);
  const whole = hasIt ? fileName : `${fileName}.${extension}`;
  // eslint-disable-next-line no-control-regex -- they have no place in a name
  const clean = whole.replace(/[\\/:*?"<>|\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '_');
  return clean.length > LONGEST_NAME ? `${clean.slice(0, 100)}…${clean.slice(-60)}` : clean;
}

/** Characters of a hash that tell files apart at a glance. */
const SHOWN_HASH = 12;

/** Type, name, size, hash, download. */
export function FileLine({ media }: { media: MediaRef }): ReactNode {
  const { i18n } = useDrawing();
  const { url, state } = useMedia(media);
  const size = useSize(media, state);
  const saveAs = downloadNameOf(media);
  const text = state.copies?.text ?? null;
  return (
    <div className="flex items-start gap-3">
      <div className="min-w-0 flex-1">
        <p className="font-semibold">
          {media.fileName === null ? i18n.t('kinds.file.unnamed') : <FileName name={media.fileName} />}
        </p>
        <p className="flex flex-wrap gap-x-2 text-xs text-muted">
          {media.extension !== null && <bdi className="max-w-24 truncate uppercase">{media.extension}</bdi>}
          {size !== '' && <span className="tabular-nums">{size}</span>}
          {state.sha256 !== undefined && (
            <span title={state.sha256} className="font-mono">
              {i18n.t('kinds.file.hash', { start: state.sha256.slice(0, SHOWN_HASH) })}
            </span>
          )}
        </p>
        <p className="flex flex-wrap gap-x-3 text-xs">
          <MediaActions media={media} {...(saveAs === undefined ? {} : { downloadName: saveAs })} />
          {text !== null && (
            <a href={text.url} download className="text-accent underline underline-offset-2">
              {i18n.t('kinds.file.text')}
            </a>
          )}
        </p>
        {url !== null && text === null && state.copyFault !== undefined && (
          <p className="text-xs">
            <CopyAbsence state={state} of="text" />
          </p>
        )}
      </div>
      <FileIcon extension={extensionOf(media.extension, media.fileName)} />
    </div>
  );
}

export function FileView({ media }: { media: MediaRef }): ReactNode {
  const { i18n } = useDrawing();
  return (
    <section data-kind="file" className={CARD}>
      <div className="px-3 py-2">
        <FileLine media={media} />
      </div>
      <CardFoot kind="file">{i18n.t('kinds.name.file')}</CardFoot>
    </section>
  );
}
