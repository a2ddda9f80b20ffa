export interface Wav {
  readonly sampleRate: number;
  readonly seconds: number;
  /** Root mean square from one second to another, in dB below full scale. */
  level(from: number, to: number): number;
}

/** Reads 16-bit mono WAV by its header. Throws a RangeError for anything else. */
export function readWav(bytes: Uint8Array): Wav {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marks = [file.toString('latin1', 0, 4), file.toString('latin1', 8, 16), file.toString('latin1', 36, 40)];
  const [riff, wave, data] = marks;
  const [format, channels, bits] = [file.readUInt16LE(20), file.readUInt16LE(22), file.readUInt16LE(34)];
  const isMono = riff === 'RIFF' && wave === 'WAVEfmt ' && data === 'data' && format === 1 && channels === 1;
  if (!isMono || bits !== 16) throw new RangeError('no 16-bit mono WAV');
  if (file.readUInt32LE(4) !== file.length - 8 || file.readUInt32LE(40) !== file.length - 44) {
    throw new RangeError('its lengths are wrong');
  }
  const sampleRate = file.readUInt32LE(24);
  return {
    sampleRate,
    seconds: (file.length - 44) / 2 / sampleRate,
    level(from, to) {
      let sum = 0;
      const [first, last] = [Math.round(from * sampleRate), Math.round(to * sampleRate)];
      for (let sample = first; sample < last; sample += 1) sum += (file.readInt16LE(44 + sample * 2) / 32_768) ** 2;
      return 10 * Math.log10(sum / (last - first) + 1e-12);
    },
  };
}
