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
]);

/** Undefined for types without a copy: unknown ones, and sound that every browser plays as it is. */
export function planCopies(contentType: string): CopyPlan | undefined {
  const type = contentType.toLowerCase().split(';', 1)[0]?.trim() ?? '';
  const text = TEXTS.get(type);
  if (text !== undefined) return { copy: 'text', kind: text, mostBytes: MOST.fileBytes };
  if (VOICES.has(type)) return { copy: 'audio', kind: 'voice', mostBytes: MOST.voiceBytes };
  if (type.startsWith('image/')) {
    return { copy: 'thumbnail', kind: PICTURES.has(type) ? 'picture' : undefined, mostBytes: MOST.fileBytes };
  }
  if (type.startsWith('video/')) return { copy: 'poster', kind: undefined, mostBytes: MOST.videoBytes };
  return undefined;
}
