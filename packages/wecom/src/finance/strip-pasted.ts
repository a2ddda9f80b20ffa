/** White space and invisible marks that copying from web pages, chats and tables puts around and into an id. */
const INVISIBLE = /[\s\u0085\p{Cf}]+/gu;

/** The text without anything that cannot be seen: neither corp IDs nor secrets hold white space. */
export function stripPasted(text: string): string {
  return text.replace(INVISIBLE, '');
}
