import { defineRoute } from '../verbs/define-route.ts';
import { sendCopy, sendCopyInput } from './send-copy.ts';
import { sendMedia, sendMediaInput } from './send-media.ts';

export const mediaRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/media/{mediaId}',
      operation: 'sendMedia',
      summary: "A file's bytes, whole or a range",
      audience: 'member',
      input: sendMediaInput,
      answer: 'bytes',
      faults: ['media.pending', 'media.expired'],
    },
    sendMedia,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/media/{mediaId}/copies/{copy}',
      operation: 'sendCopy',
      summary: 'A copy of a file that a browser can play or show, whole or a range; or the text of a file',
      audience: 'member',
      input: sendCopyInput,
      answer: 'bytes',
      faults: [
        'media.pending',
        'media.expired',
        'copy.pending',
        'copy.no_decoder',
        'copy.unreadable',
        'copy.too_costly',
      ],
    },
    sendCopy,
  ),
];
