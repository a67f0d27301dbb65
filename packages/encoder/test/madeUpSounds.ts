import type { AudioClip } from '@ser/dsp';

/** Made-up sounds of 16,000 Hz: the twins of `SIGNALS` in reference/goldens/dsp_features.py. `t` is in seconds. */
export type SoundName = 'voice' | 'chirp';

export function madeUpSound(name: SoundName, nSamples: number): AudioClip {
  const samples = new Float32Array(nSamples);
  const duration = (nSamples - 1) / 16000 + 0.01;
  let state = 1;
  for (let i = 0; i < nSamples; i++) {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    const t = i / 16000;
    const hiss = 0.001 * (state / 2 ** 31 - 1);
    samples[i] = name === 'voice' ? voice(t, duration) + hiss : chirp(t);
  }
  return { samples, sampleRate: 16000 };
}

/** Twelve harmonics of a pitch that moves about 130 Hz. */
function voice(t: number, duration: number): number {
  const phase = 2 * Math.PI * 130 * t + 5 * Math.sin(2 * Math.PI * 3 * t);
  let harmonics = 0;
  for (let k = 1; k <= 12; k++) harmonics += Math.sin(k * phase) / k;
  return 0.2 * harmonics * Math.sin((Math.PI * t) / duration);
}

function chirp(t: number): number {
  return 0.4 * Math.sin(2 * Math.PI * (200 * t + 2000 * t * t));
}

export function scaled({ samples, sampleRate }: AudioClip, gain: number): AudioClip {
  return { samples: samples.map((sample) => gain * sample), sampleRate };
}
