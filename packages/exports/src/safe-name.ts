/** Characters that a file system refuses, that end a path, or that hide what a name says (controls, zero width, direction marks). */
const UNSAFE = /[<>:"/\\|?*~`$\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\ufffd\ufffe\uffff]/gu;
/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/**
 * A name that every file system takes as one path part, at most `longest` UTF-16 units and not cut inside a character;
 * `fallback` when nothing is left of it.
 */
export function safeName(name: string, longest: number, fallback: string): string {
  let safe = name
    .toWellFormed()
    .normalize('NFC')
    .replace(UNSAFE, '_')
    .replace(/\.{2,}/g, '.')
    .replace(/\s+/g, ' ');
  safe = trimEnds(safe);
  if (safe.length > longest) {
    let cut = '';
    for (const { segment } of new Intl.Segmenter('zh').segment(safe.slice(0, longest * 2))) {
      if (cut.length + segment.length > longest) break;
      cut += segment;
    }
    safe = trimEnds(cut);
  }
  if (/^_*$/.test(safe)) return fallback;
  return DEVICE.test(safe) ? `_${safe}`.slice(0, longest) : safe;
}

/** No dots, blanks or hyphens at the ends: hidden files, lost dots on Windows, options of commands. */
function trimEnds(name: string): string {
  return name.replace(/^[\s.-]+/, '').replace(/[\s.]+$/, '');
}
