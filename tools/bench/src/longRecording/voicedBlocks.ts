import { RandomStream } from '@ser/core';
import type { MultichannelAudio } from '@ser/dsp';

const sampleRate = 48000;

/** Seconds of sound that repeat. */
const period = 20;

/** Stereo of 48 kHz, one block per period: syllables of a changing pitch, with pauses and some noise. */
export async function* voicedBlocks(seconds: number): AsyncGenerator<MultichannelAudio> {
  const left = syllables();
  const right = left.map((sample) => 0.8 * sample);
  for (let start = 0; start < seconds; start += period) {
    const end = Math.round(Math.min(period, seconds - start) * sampleRate);
    yield { channels: [left.subarray(0, end), right.subarray(0, end)], sampleRate };
    await Promise.resolve();
  }
}

function syllables(): Float32Array {
  const random = new RandomStream(1);
  let phase = 0;
  return Float32Array.from({ length: period * sampleRate }, (_, i) => {
    const time = i / sampleRate;
    phase += (2 * Math.PI * (120 + 30 * Math.sin(1.9 * time))) / sampleRate;
    const isSpoken = Math.sin(2.5 * time) > 0;
    const loudness = isSpoken ? 0.5 + 0.5 * Math.sin(25 * time) : 0;
    let voice = 0;
    for (let harmonic = 1; harmonic < 20; harmonic++) voice += Math.sin(harmonic * phase) / harmonic;
    return 0.1 * loudness * voice + 0.001 * random.uniform(-1, 1);
  });
}
