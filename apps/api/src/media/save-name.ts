import type { MediaRow } from '@highwater/db';

/** The name under which a file is saved: its own without folders, with its ending. */
export function saveName({
  fileName,
  extension,
  mediaKind,
}: Pick<MediaRow, 'fileName' | 'extension' | 'mediaKind'>): string {
  const base = (fileName ?? '').split(/[/\\]/).at(-1)?.trim() || mediaKind;
  const ending = extension?.replace(/^\./, '').replaceAll(/[^\w]/g, '') ?? '';
  return ending !== '' && !base.toLowerCase().endsWith(`.${ending.toLowerCase()}`) ? `${base}.${ending}` : base;
}
