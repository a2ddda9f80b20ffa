const PASSIVE = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/bmp',
  'audio/mpeg',
  'audio/mp4',
  'audio/aac',
  'audio/ogg',
  'audio/flac',
  'audio/wav',
  'video/mp4',
  'video/webm',
  'video/quicktime',
]);

/** Whether a browser may show or play it in place: pixels and sound, nothing that can run. All else is saved. */
export function isPassiveType(contentType: string): boolean {
  return PASSIVE.has(contentType);
}
