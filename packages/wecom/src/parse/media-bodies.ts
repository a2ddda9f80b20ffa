import type { BodyParser } from './body-parser.ts';
import { readMedia } from './read-media.ts';

const EMOTION_FORMATS: Readonly<Record<string, 'gif' | 'png'>> = { '1': 'gif', '2': 'png' };

function mediaParser(kind: 'image' | 'voice' | 'video' | 'file'): BodyParser {
  return (fields, { path }) => ({ kind, media: readMedia(fields, kind, path) });
}

export const parseImage = mediaParser('image');
export const parseVoice = mediaParser('voice');
export const parseVideo = mediaParser('video');
export const parseFile = mediaParser('file');

export const parseEmotion: BodyParser = (fields, { path }) => ({
  kind: 'emotion',
  media: readMedia(fields, 'emotion', path),
  format: EMOTION_FORMATS[fields.text('type')] ?? 'other',
});

/** Names a file in WeCom's drive; the file itself is not in the archive. */
export const parseDriveFile: BodyParser = (fields) => ({ kind: 'qydiskfile', fileName: fields.text('filename') });
