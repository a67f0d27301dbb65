import assert from 'node:assert/strict';

export const needs = ['@ser/audio-io', '@ser/audio-io/node', '@ser/dsp'];

/** Writes a tone and reads it back at half the rate. */
export async function work([{ SerError }, { readAudio, writeWav }, { resample }]) {
  const samples = Float32Array.from(
    { length: 16000 },
    (_, n) => 0.5 * Math.sin((2 * Math.PI * 440 * n) / 16000),
  );
  await writeWav('tone.wav', { samples, sampleRate: 16000 });
  const tone = await readAudio('tone.wav', { sampleRate: 8000 });
  const direct = resample({ samples, sampleRate: 16000 }, { sampleRate: 8000 });
  assert.equal(tone.samples.length, direct.samples.length);
  await assert.rejects(
    readAudio('absent.wav'),
    (error) => error instanceof SerError && error.code === 'file-not-found',
  );
  return { seconds: tone.samples.length / tone.sampleRate, peak: Math.max(...tone.samples).toFixed(3) };
}
