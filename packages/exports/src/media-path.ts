import type { ExportMedia } from './export-message.ts';

/** Endings that a double-click would run. The human name stays in media.jsonl. */
const RUNNABLE = new Set(
  'app bat cmd com cpl dll exe hta inf iso jar js jse lnk mjs msc msi msp pif ps1 py reg scr sh sys url vb vbe vbs wsf wsh'.split(
    ' ',
  ),
);
const BY_KIND = { image: 'jpg', voice: 'amr', video: 'mp4', emotion: 'gif', file: 'bin', call: 'mp4' } as const;

/** The ending for a file in the package: what was declared when harmless, else one by kind. */
export function safeExtension(media: Pick<ExportMedia, 'extension' | 'fileName' | 'mediaKind'>): string {
  const fromName = /\.([^./\\]+)$/.exec(media.fileName ?? '')?.[1];
  for (const candidate of [media.extension?.replace(/^\./, ''), fromName]) {
    const extension = candidate?.trim().toLowerCase() ?? '';
    if (!/^[a-z0-9]{1,8}$/.test(extension)) continue;
    return RUNNABLE.has(extension) ? 'bin' : extension;
  }
  return BY_KIND[media.mediaKind];
}

/** `media/<first two hash characters>/<32 hash characters>.<ending>`; the whole hash stands in the manifest. */
export function mediaPath(sha256: string, extension: string): string {
  return `media/${sha256.slice(0, 2)}/${sha256.slice(0, 32)}.${extension}`;
}
