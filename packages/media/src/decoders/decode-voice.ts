import type { Answer } from '../process/answer.ts';
import { MOST } from '../process/limits.ts';
import { DecodeFault } from './decode-fault.ts';
import { walkAmr } from './walk-amr.ts';
import { walkSilk } from './walk-silk.ts';
import { createWavWriter, type WavWriter } from './write-wav.ts';

const WAV_HEADER_BYTES = 44;
/** A decoder gets a second or so at a time, so that its own copies stay small. */
const PIECE_BYTES = 2_048;
/** SILK has rates of its own; its decoder brings any to this one, which WeChat records in. */
const SILK_RATE = 24_000;
const SILK_PACKET_MS = 20;
const MOST_SILK_PACKET_MS = 100;

/** AMR-NB, AMR-WB or SILK, whichever the first bytes say, as 16-bit mono WAV at the codec's rate. */
export async function decodeVoice(file: Uint8Array): Promise<Answer> {
  const wav = file[0] === 0x23 && file[2] === 0x41 ? await decodeAmr(file) : await decodeSilk(file);
  const { bytes, seconds, peaks } = wav.finish(MOST.peaks);
  return { made: 'audio', detail: { seconds, peaks }, body: bytes };
}

async function decodeAmr(file: Uint8Array): Promise<WavWriter> {
  const { sampleRate, end, samples } = walkAmr(file);
  refuseLong(samples);
  const { decoder: openDecoder } = await import('@audio/decode-amr');
  const decoder = await openDecoder();
  const wav = createWavWriter(sampleRate, samples);
  for (let at = 0; at < end; at += PIECE_BYTES) {
    const [channel] = decoder.decode(file.subarray(at, Math.min(end, at + PIECE_BYTES))).channelData;
    if (channel !== undefined) wav.addFloats(channel);
  }
  decoder.free();
  return wav;
}

async function decodeSilk(file: Uint8Array): Promise<WavWriter> {
  const { bytes, packets } = walkSilk(file);
  refuseLong((packets * SILK_PACKET_MS * SILK_RATE) / 1000);
  const { decode } = await import('silk-wasm');
  const { data } = await decode(bytes, SILK_RATE);
  const samples = data.byteLength >> 1;
  if (samples === 0 || samples > (packets * MOST_SILK_PACKET_MS * SILK_RATE) / 1000) {
    throw new DecodeFault('copy.unreadable');
  }
  refuseLong(samples);
  const wav = createWavWriter(SILK_RATE, samples);
  wav.addBytes(data);
  return wav;
}

function refuseLong(samples: number): void {
  if (WAV_HEADER_BYTES + samples * 2 > MOST.audioBytes) throw new DecodeFault('copy.too_costly');
}
