import type { Corp } from '../corp/corp.ts';
import { readSdkFileId } from '../envelope/sdk-file-id.ts';
import type { Recipe } from '../media/render-recipe.ts';
import { readSamples } from './read-samples.ts';

const LARGEST = 1024 * 1024;

/** A media object of a sample: its id and what the message says about it. */
export interface SampleMedia {
  readonly sdkfileid: string;
  /** Null when the message names none. */
  readonly size: number | null;
  readonly seconds: number | null;
  readonly kind: 'image' | 'emotion' | 'voice' | 'file';
}

/**
 * Archives the 158 samples in file order. Their files get bytes of the size they name, up to 1 MiB; larger ones are
 * gone. Their md5 cannot be met: nobody has the bytes they were taken from.
 */
export function loadSamples(corp: Corp): bigint[] {
  const samples = readSamples();
  for (const sample of samples) {
    for (const media of listSampleMedia(JSON.parse(sample.message), 'file')) {
      const id = readSdkFileId(media.sdkfileid);
      if (id) corp.registerMedia(id, recipeFor(media));
    }
  }
  return corp.archive(samples.map((sample) => Buffer.from(sample.message)));
}

function recipeFor(media: SampleMedia): Recipe | 'gone' {
  const base = baseFor(media);
  if (media.size === null) return base;
  return media.size > LARGEST ? 'gone' : `sized:${media.size}:${base}`;
}

function baseFor(media: SampleMedia): Recipe {
  if (media.kind === 'voice') return `voice:${media.seconds ?? 4}:1`;
  if (media.kind === 'emotion') return 'face:1';
  return media.kind === 'image' ? 'image:7' : 'txt:0';
}

/** Media at any depth: objects with an sdkfileid, also inside JSON that stands in a string. */
export function listSampleMedia(value: unknown, kind: string): SampleMedia[] {
  if (typeof value === 'string') {
    if (!value.startsWith('{')) return [];
    try {
      return listSampleMedia(JSON.parse(value), kind);
    } catch {
      return [];
    }
  }
  if (typeof value !== 'object' || value === null) return [];
  const fields = new Map(Object.entries(value));
  const found: SampleMedia[] = [];
  const sdkfileid = fields.get('sdkfileid');
  if (typeof sdkfileid === 'string' && sdkfileid !== '') {
    const size = fields.get('filesize') ?? fields.get('voice_size') ?? fields.get('imagesize') ?? null;
    const seconds = fields.get('play_length');
    found.push({
      sdkfileid,
      size: size === null ? null : Number(size),
      seconds: typeof seconds === 'number' ? seconds : null,
      kind: kindOf(fields, kind),
    });
  }
  for (const [name, inner] of fields) found.push(...listSampleMedia(inner, /^\d+$/.test(name) ? kind : name));
  return found;
}

function kindOf(fields: ReadonlyMap<string, unknown>, under: string): SampleMedia['kind'] {
  if (fields.has('imagesize')) return 'emotion';
  if (fields.has('voice_size') || under === 'meeting_voice_call') return 'voice';
  if (under === 'image' || !(fields.has('filename') || fields.has('play_length'))) return 'image';
  return 'file';
}
