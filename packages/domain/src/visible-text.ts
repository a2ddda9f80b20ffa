// Control characters other than tab and line breaks; WeCom lets U+0011–U+0014 and U+0000 through, no client draws them.
// eslint-disable-next-line no-control-regex
const UNDRAWN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** The text as a person saw it: without control characters, lone surrogates replaced. Line breaks and spaces stay. */
export function visibleText(text: string): string {
  return text.replace(UNDRAWN, '').toWellFormed();
}
