import type { ReactNode } from 'react';

/** What a type of file is told by: the colours under which office programs are known, in the tones of the house. */
const FAMILIES: readonly (readonly [extensions: RegExp, colour: string])[] = [
  [/^pdf$/, 'fill-loss'],
  [/^(?:docx?|wps|rtf|odt|txt|md)$/, 'fill-waiting'],
  [/^(?:xlsx?|csv|et|ods|numbers)$/, 'fill-healthy'],
  [/^(?:pptx?|dps|odp|key)$/, 'fill-attention'],
  [/^(?:jpe?g|png|gif|webp|heic|bmp|svg|mp4|mov|avi|mkv|mp3|wav|amr|m4a)$/, 'fill-accent'],
];

/** The extension that counts: WeCom's own word, else the end of the name. */
export function extensionOf(extension: string | null, fileName: string | null): string {
  const written = extension ?? /\.([A-Za-z0-9]{1,8})$/.exec(fileName ?? '')?.[1] ?? '';
  return written.replace(/^\./, '').toLowerCase();
}

/** A sheet of paper with a folded corner and the type on it. */
export function FileIcon({ extension }: { extension: string }): ReactNode {
  const colour = FAMILIES.find(([extensions]) => extensions.test(extension))?.[1] ?? 'fill-muted';
  const word = extension.replace(/[^a-z0-9]/g, '').slice(0, 4);
  return (
    <svg aria-hidden="true" viewBox="0 0 36 44" className="h-11 w-9 shrink-0">
      <path d="M4 0h20l12 12v28a4 4 0 0 1-4 4H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4z" className={colour} />
      <path d="M24 0l12 12H27a3 3 0 0 1-3-3z" className="fill-surface/45" />
      <text
        x={18}
        y={33}
        textAnchor="middle"
        fontSize={word.length > 3 ? 10 : 11.5}
        className="fill-surface font-sans font-semibold uppercase"
      >
        {word === '' ? '?' : word.toUpperCase()}
      </text>
    </svg>
  );
}
