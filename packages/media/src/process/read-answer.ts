import type { SoundDetail, PictureDetail, TextDetail } from '@highwater/domain';
import { READY, type Answer } from './answer.ts';
import { MOST } from './limits.ts';

const MOST_BODY = { audio: MOST.audioBytes, picture: MOST.pictureBytes, text: MOST.textBytes } as const;
const MOST_ANSWER_BYTES = READY.length + 4 + MOST.headerBytes + 4 + MOST.audioBytes;
const MOST_SIDE = 1_000_000;
const MOST_SECONDS = 1_000_000;

export interface AnswerReader {
  /** True once the process has said that it is ready. */
  readonly isReady: boolean;
  /** False when no answer can be as long or begin like this: the process is to be killed. */
  push(chunk: Uint8Array): boolean;
  /** The answer, after the last byte has come; undefined when what came is not exactly one. */
  finish(): Answer | undefined;
}

/** Collects what a process writes, which may be anything. */
export function createAnswerReader(): AnswerReader {
  const chunks: Buffer[] = [];
  let size = 0;
  let isReady = false;
  let isGarbled = false;

  function check(): boolean {
    if (size > MOST_ANSWER_BYTES) return false;
    if (isReady || size < READY.length) return true;
    isReady = Buffer.concat(chunks).subarray(0, READY.length).equals(READY);
    return isReady;
  }

  return {
    get isReady() {
      return isReady;
    },
    push(chunk) {
      if (isGarbled) return false;
      chunks.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
      size += chunk.byteLength;
      isGarbled = !check();
      if (isGarbled) chunks.length = 0;
      return !isGarbled;
    },
    finish() {
      if (isGarbled || !isReady) return undefined;
      try {
        return readAnswer(Buffer.concat(chunks).subarray(READY.length));
      } catch {
        return undefined;
      }
    },
  };
}

function readAnswer(bytes: Buffer): Answer | undefined {
  const headerLength = bytes.readUInt32BE(0);
  if (headerLength > MOST.headerBytes) return undefined;
  const bodyLength = bytes.readUInt32BE(4 + headerLength);
  const body = bytes.subarray(8 + headerLength);
  if (body.length !== bodyLength) return undefined;
  const header: unknown = JSON.parse(bytes.subarray(4, 4 + headerLength).toString('utf8'));
  if (!isRecord(header)) return undefined;
  if (header['absent'] !== undefined) return readAbsence(header['absent'], body);
  const { made, detail } = header;
  if (!isRecord(detail)) return undefined;
  if (made === 'audio' && body.length <= MOST_BODY.audio) return join('audio', readSoundDetail(detail), body);
  if (made === 'picture' && body.length <= MOST_BODY.picture) return join('picture', readPictureDetail(detail), body);
  if (made === 'text' && isText(body)) return join('text', readTextDetail(detail), body);
  return undefined;
}

/** A database holds no NUL. */
function isText(body: Buffer): boolean {
  if (body.length > MOST_BODY.text || body.includes(0)) return false;
  return body.toString('utf8').length <= MOST.textCharacters;
}

function readAbsence(fault: unknown, body: Buffer): Answer | undefined {
  const isKnown = fault === 'copy.unreadable' || fault === 'copy.too_costly' || fault === 'copy.no_decoder';
  return isKnown && body.length === 0 ? { absent: fault } : undefined;
}

function join<Made extends string, Detail>(made: Made, detail: Detail | undefined, body: Buffer) {
  return detail === undefined ? undefined : { made, detail, body };
}

function readSoundDetail({ seconds, peaks }: Record<string, unknown>): SoundDetail | undefined {
  if (!isNumber(seconds, MOST_SECONDS) || !Array.isArray(peaks) || peaks.length > MOST.peaks) return undefined;
  const known = peaks.filter((peak): peak is number => isNumber(peak, 100));
  return known.length === peaks.length ? { seconds, peaks: known } : undefined;
}

function readPictureDetail(detail: Record<string, unknown>): PictureDetail | undefined {
  const { width, height, originalWidth, originalHeight } = detail;
  if (!isSide(width, MOST.pixels) || !isSide(height, MOST.pixels)) return undefined;
  if (!isSide(originalWidth, MOST_SIDE) || !isSide(originalHeight, MOST_SIDE)) return undefined;
  return { width, height, originalWidth, originalHeight };
}

function readTextDetail({ characters, isCut }: Record<string, unknown>): TextDetail | undefined {
  if (!isNumber(characters, MOST.textCharacters) || typeof isCut !== 'boolean') return undefined;
  return { characters, isCut };
}

function isSide(value: unknown, most: number): value is number {
  return isNumber(value, most) && Number.isInteger(value) && value > 0;
}

function isNumber(value: unknown, most: number): value is number {
  return typeof value === 'number' && value >= 0 && value <= most;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
