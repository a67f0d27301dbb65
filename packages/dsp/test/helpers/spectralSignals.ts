import type { AudioClip } from '../../src/audio/audioClip.js';
import { testSignal } from './testSignal.js';

/** Frames of 64 samples at 6400 Hz: multiples of 100 Hz are at bins of a window without side lobes. */
export const framing = { nFft: 64, hopLength: 64, window: 'ones', center: false } as const;
export const clip = testSignal('voice', 16000, 6000);
export const loud = { ...clip, samples: clip.samples.map((sample) => 2 * sample) };
export const silence = testSignal('silence', 16000, 3000);

/** 128 samples of the sum of tones of equal amplitude, at 6400 Hz. */
export function tones(...hz: number[]): AudioClip {
  const samples = Float32Array.from({ length: 128 }, (_, i) =>
    hz.reduce((sum, f) => sum + Math.sin((2 * Math.PI * f * i) / 6400), 0),
  );
  return { samples, sampleRate: 6400 };
}
