import type { AudioClip } from '../../src/audio/audioClip.js';
import { noise } from './testSignal.js';

/** Vowels with varying pitch, hisses, and pauses, four per second; the same as `phrase` in reference/goldens/functionals.py. */
export function phrase(nSamples: number): AudioClip {
  const hiss = noise(nSamples);
  const samples = Float32Array.from({ length: nSamples }, (_, i) => {
    const t = i / 16000;
    const envelope = Math.sin(4 * Math.PI * t) ** 2;
    switch (Math.floor(4 * t) % 5) {
      case 1:
        return 0.08 * hiss[i]! * envelope;
      case 4:
        return 0.0005 * hiss[i]!;
      default:
        return 0.25 * vowel(t) * envelope + 0.002 * hiss[i]!;
    }
  });
  return { samples, sampleRate: 16000 };
}

function vowel(t: number): number {
  const phase = 2 * Math.PI * 140 * t - (30 / 0.7) * Math.cos(2 * Math.PI * 0.7 * t);
  let sum = 0;
  for (let k = 1; k <= 20; k++) sum += Math.sin(k * phase) / k;
  return sum;
}
