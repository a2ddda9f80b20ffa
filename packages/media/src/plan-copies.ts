import type { CopyName } from '@highwater/domain';
import type { JobKind } from './process/job-kind.ts';
import { MOST } from './process/limits.ts';

/** What is made of a type: the one copy it has, by which job, from files of which size. */
export interface CopyPlan {
  readonly copy: CopyName;
  /** Undefined where no job of ours reads the type. */
  readonly kind: JobKind | undefined;
  readonly mostBytes: number;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const VOICES = new Set(['audio/amr', 'audio/amr-wb', 'audio/silk']);
/** Others (HEIC, bitmaps, SVG least of all) have no decoder here. */
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);
const TEXTS: ReadonlyMap<string, JobKind> = new Map([
  ['application/pdf', 'pdf'],
  [`${OFFICE}wordprocessingml.document`, 'docx'],
  [`${OFFICE}spreadsheetml.sheet`, 'xlsx'],
  ['text/plain', 'plain'],
  // Its list of parts says what it is: that stands at the end, where nobody looked yet.
  ['application/zip', 'office'],
]);
const UNKNOWN = 'application/octet-stream';
/** What a file of no known type is tried as, by its extension: each finds out by itself whether it can be. */
const NAMED: readonly (readonly [extensions: RegExp, kind: JobKind])[] = [
  [/\.pdf$/i, 'pdf'],
  [/\.(?:docx|docm|dotx|xlsx|xlsm|xltx)$/i, 'office'],
  [/\.(?:txt|text|log|csv|tsv|md|json|xml|html?|ya?ml|ini|conf|sql|srt|eml|rtf)$/i, 'named'],
];

/**
 * By what the bytes are; where they prove nothing, by what the file is called. Undefined for types without a copy:
 * archives and other unknown ones, and sound that every browser plays as it is.
 */
export function planCopies(contentType: string, fileName: string | null): CopyPlan | undefined {
  const type = contentType.toLowerCase().split(';', 1)[0]?.trim() ?? '';
  const named = type === UNKNOWN ? NAMED.find(([extensions]) => extensions.test(fileName ?? ''))?.[1] : undefined;
  const text = TEXTS.get(type) ?? named;
  if (text !== undefined) return { copy: 'text', kind: text, mostBytes: MOST.fileBytes };
  if (VOICES.has(type)) return { copy: 'audio', kind: 'voice', mostBytes: MOST.voiceBytes };
  if (type.startsWith('image/')) {
    return { copy: 'thumbnail', kind: PICTURES.has(type) ? 'picture' : undefined, mostBytes: MOST.fileBytes };
  }
  if (type.startsWith('video/')) return { copy: 'poster', kind: undefined, mostBytes: MOST.videoBytes };
  return undefined;
}
