/** Characters of a fingerprint that tell keys apart and can be typed. */
const SHORT = 8;

export function shortFingerprint(fingerprint: string): string {
  return fingerprint.slice(0, SHORT);
}

/** Whether what was typed names the key: its short fingerprint, in any case, with blanks as people put them. */
export function isTyped(typed: string, fingerprint: string): boolean {
  return typed.replaceAll(/\s/g, '').toLowerCase() === shortFingerprint(fingerprint);
}
