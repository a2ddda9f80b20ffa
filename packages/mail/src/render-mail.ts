import { oneLine } from './one-line.ts';
import type { MailContent, MailParts } from './mail-content.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';

/** Both forms of a mail from its parts. Throws RangeError for a link that is not http or https. */
export function renderMail(parts: MailParts): MailContent {
  for (const block of parts.blocks) {
    if (block.kind === 'action' && !/^https?:$/.test(new URL(block.link).protocol)) {
      throw new RangeError('A link in a mail is http or https.');
    }
  }
  return { subject: oneLine(parts.subject, 200), text: renderText(parts), html: renderHtml(parts) };
}
