import type { MediaRef, MessageBody } from '@highwater/domain';
import type { MediaState } from '../message-context.ts';

/** Edges of the stand-in pictures that answer below `/media/`. */
const EDGES = { width: 320, height: 214 };

const TYPES: Readonly<Record<MediaRef['mediaKind'], string>> = {
  image: 'image/jpeg',
  emotion: 'image/png',
  voice: 'audio/amr',
  video: 'video/mp4',
  call: 'audio/amr',
  file: 'application/pdf',
};

/** Speech-like: the same at every run. */
const PEAKS = Array.from({ length: 120 }, (_, at) =>
  Math.round(18 + 60 * Math.abs(Math.sin(at / 3.1) * Math.cos(at / 11)) + ((at * 37) % 19)),
);

/** A file as it stands when everything went well: stored, with its copies. */
export function storedMedia(media: MediaRef): MediaState {
  const url = `/media/${media.mediaKind}`;
  const sounds = media.mediaKind === 'voice' || media.mediaKind === 'call';
  const edges = media.mediaKind === 'emotion' ? { width: media.width ?? 120, height: media.height ?? 120 } : EDGES;
  return {
    state: 'stored',
    contentType: TYPES[media.mediaKind],
    bytes: Number(media.size ?? '49152'),
    sha256: '9f2c4b1e77a0'.padEnd(64, '5'),
    copies: {
      audio: sounds ? { url: `${url}/audio`, seconds: media.seconds ?? 42, peaks: PEAKS } : null,
      thumbnail: media.mediaKind === 'image' || media.mediaKind === 'emotion' ? { url, ...edges } : null,
      poster: media.mediaKind === 'video' ? { url, ...EDGES } : null,
      text: media.mediaKind === 'file' && media.extension === 'pdf' ? { url: `${url}/text` } : null,
    },
  };
}

/** Every file of a body, by its path. */
export function mediaByPath(body: MessageBody, list: (body: MessageBody) => readonly MediaRef[]) {
  return new Map(list(body).map((media) => [media.path, media]));
}
