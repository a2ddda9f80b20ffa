const HEADER_BYTES = 44;

/** 16-bit mono WAV under construction: sized once, filled sample by sample, so that nothing is held twice. */
export interface WavWriter {
  /** Samples of −1 to 1; those beyond the expected count are dropped. */
  addFloats(samples: Float32Array): void;
  /** Samples as they are, little-endian. */
  addBytes(samples: Uint8Array): void;
  /** The file, and the loudest sample of each of at most `peaks` equal stretches, 0–100. */
  finish(peaks: number): { readonly bytes: Uint8Array; readonly seconds: number; readonly peaks: readonly number[] };
}

export function createWavWriter(sampleRate: number, expectedSamples: number): WavWriter {
  const file = Buffer.alloc(HEADER_BYTES + expectedSamples * 2);
  const samples = new Int16Array(file.buffer, file.byteOffset + HEADER_BYTES, expectedSamples);
  let count = 0;

  return {
    addFloats(floats) {
      const most = Math.min(floats.length, expectedSamples - count);
      for (let index = 0; index < most; index += 1) {
        const value = Math.round((floats[index] ?? 0) * 32_768);
        samples[count + index] = Math.max(-32_768, Math.min(32_767, value));
      }
      count += most;
    },
    addBytes(bytes) {
      const most = Math.min(bytes.byteLength >> 1, expectedSamples - count);
      file.set(bytes.subarray(0, most * 2), HEADER_BYTES + count * 2);
      count += most;
    },
    finish(peaks) {
      const bytes = file.subarray(0, HEADER_BYTES + count * 2);
      writeHeader(bytes, sampleRate);
      return { bytes, seconds: count / sampleRate, peaks: findPeaks(samples.subarray(0, count), peaks) };
    },
  };
}

function writeHeader(file: Buffer, sampleRate: number): void {
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(sampleRate, 24);
  file.writeUInt32LE(sampleRate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(file.length - HEADER_BYTES, 40);
}

function findPeaks(samples: Int16Array, most: number): readonly number[] {
  const peaks = Array.from({ length: Math.min(most, samples.length) }, () => 0);
  for (let index = 0; index < samples.length; index += 1) {
    const place = Math.floor((index * peaks.length) / samples.length);
    const loudness = Math.abs(samples[index] ?? 0);
    if (loudness > (peaks[place] ?? 0)) peaks[place] = loudness;
  }
  return peaks.map((loudness) => Math.round((loudness * 100) / 32_768));
}
