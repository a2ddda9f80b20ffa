import { defineRoute } from '../verbs/define-route.ts';
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
];
