import type { MediaRef, MessageBody } from '@highwater/domain';

/** Every file of a body at any depth, in order; entries without sdkfileid too (their absence needs a reason). */
export function listMedia(body: MessageBody): MediaRef[] {
  switch (body.kind) {
    case 'image':
    case 'voice':
    case 'video':
    case 'file':
    case 'emotion':
    case 'voip_doc_share':
      return [body.media];
    case 'meeting_voice_call':
      return body.media === null ? [] : [body.media];
    case 'chatrecord':
    case 'mixed':
    case 'note':
      return body.items.flatMap((item) => listMedia(item.body));
    case 'unknown':
      return [...body.media];
    default:
      return [];
  }
}
