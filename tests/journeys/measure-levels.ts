/** A part of a recording, in seconds; the level is null where it is silent. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly dbfsRms: number | null;
}

/**
 * Runs in the page: fetches a sound, decodes it as the browser does, and tells how loud each stretch is (RMS, dB below
 * full scale). A tenth of a second at both ends is left out: codecs look ahead.
 */
export async function measureLevels(asked: {
  readonly url: string;
  readonly stretches: readonly Stretch[];
}): Promise<readonly number[]> {
  const margin = 0.15;
  const answer = await fetch(asked.url);
  if (!answer.ok) throw new Error(`the sound answered ${answer.status}`);
  const context = new OfflineAudioContext(1, 1, 48_000);
  const sound = await context.decodeAudioData(await answer.arrayBuffer());
  const samples = sound.getChannelData(0);
  return asked.stretches.map(({ from, to }) => {
    const part = samples.subarray(
      Math.round((from + margin) * sound.sampleRate),
      Math.round((to - margin) * sound.sampleRate),
    );
    const square = part.reduce((sum, sample) => sum + sample * sample, 0) / part.length;
    return 10 * Math.log10(Math.max(square, 1e-12));
  });
}
