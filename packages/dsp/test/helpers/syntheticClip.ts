import type { AudioClip } from '../../src/audio/audioClip.js';

/** Two tones, a rising chirp, and a decay toward silence; the same as `synthetic_clip` in reference/goldens/dsp.py. */
export function syntheticClip(sampleRate: number, nSamples: number): AudioClip {
  const samples = Float32Array.from({ length: nSamples }, (_, i) => {
    const t = i / sampleRate;
    const tones = 0.4 * Math.sin(2 * Math.PI * 220 * t) + 0.2 * Math.sin(2 * Math.PI * 1310.5 * t + 1);
    const chirp = 0.3 * Math.sin(2 * Math.PI * (100 * t + 2500 * t * t));
    return (tones + chirp) * Math.exp(-8 * t);
  });
  return { samples, sampleRate };
}
