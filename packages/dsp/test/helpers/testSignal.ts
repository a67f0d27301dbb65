import type { AudioClip } from '../../src/audio/audioClip.js';

/** Synthetic signals; the same as `SIGNALS` in reference/goldens/dsp_features.py. `t` is in seconds. */
const signals = {
  silence: (n: number) => new Float64Array(n),
  noise: (n: number) => noise(n).map((value) => 0.3 * value),
  tone: (n: number, rate: number) => overTime(n, rate, (t) => 0.5 * Math.sin(2 * Math.PI * 452.3 * t)),
  chirp: (n: number, rate: number) =>
    overTime(n, rate, (t) => 0.4 * Math.sin(2 * Math.PI * (200 * t + 2000 * t * t))),
  click: (n: number) => click(n),
  voice: (n: number, rate: number) => voice(n, rate),
};

export type SignalName = keyof typeof signals;
export const signalNames = Object.keys(signals) as readonly SignalName[];

export function testSignal(name: SignalName, sampleRate: number, nSamples: number): AudioClip {
  return { samples: Float32Array.from(signals[name](nSamples, sampleRate)), sampleRate };
}

/** Uniform noise in [-1, 1), by the generator of "Numerical Recipes". */
export function noise(nSamples: number): Float64Array {
  let state = 1;
  return Float64Array.from({ length: nSamples }, () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

/** Twelve harmonics of a pitch that varies around 130 Hz, with a little noise. */
function voice(nSamples: number, sampleRate: number): Float64Array {
  const seconds = (nSamples - 1) / sampleRate + 0.01;
  const hiss = noise(nSamples);
  const sung = overTime(nSamples, sampleRate, (t) => {
    const phase = 2 * Math.PI * 130 * t + 5 * Math.sin(2 * Math.PI * 3 * t);
    let harmonics = 0;
    for (let k = 1; k <= 12; k++) harmonics += Math.sin(k * phase) / k;
    return 0.2 * harmonics * Math.sin((Math.PI * t) / seconds);
  });
  return sung.map((value, i) => value + 0.001 * hiss[i]!);
}

/** Silence with a decaying click in the middle. */
function click(nSamples: number): Float64Array {
  const start = Math.floor(nSamples / 2);
  return Float64Array.from({ length: nSamples }, (_, i) => (i < start ? 0 : 0.95 ** (i - start)));
}

function overTime(nSamples: number, sampleRate: number, valueAt: (t: number) => number): Float64Array {
  return Float64Array.from({ length: nSamples }, (_, i) => valueAt(i / sampleRate));
}
