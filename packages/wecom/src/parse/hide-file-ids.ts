import type { CanonicalMessage, MediaRef, MessageBody } from '@highwater/domain';
import { MASK } from './mask-file-ids.ts';

function hide(media: MediaRef): MediaRef {
  return media.sdkfileid === null ? media : { ...media, sdkfileid: MASK };
}

function hideIn(body: MessageBody): MessageBody {
  switch (body.kind) {
    case 'image':
    case 'voice':
    case 'video':
    case 'file':
    case 'emotion':
    case 'voip_doc_share':
      return { ...body, media: hide(body.media) };
    case 'meeting_voice_call':
      return { ...body, media: body.media === null ? null : hide(body.media) };
    case 'chatrecord':
    case 'mixed':
    case 'note':
      return { ...body, items: body.items.map((item) => ({ ...item, body: hideIn(item.body) })) };
    case 'unknown':
      return { ...body, media: body.media.map(hide) };
    default:
      return body;
  }
}

/** The same message fit for answers and exports: sdkfileids, which contain the files' keys, are masked ("***"). */
export function hideFileIds(message: CanonicalMessage): CanonicalMessage {
  return { ...message, body: hideIn(message.body) };
}
