import type { ComplexSpectrogram } from '../../src/spectrum/stft.js';

/** Frames that no signal has; the same as `contradicting` in reference/goldens/dsp_augment.py. */
export function contradicting(spectrogram: ComplexSpectrogram): ComplexSpectrogram {
  const { nFrequencies } = spectrogram;
  const data = spectrogram.data.map((value, i) => {
    const frame = Math.floor(i / (2 * nFrequencies));
    const bin = Math.floor((i % (2 * nFrequencies)) / 2);
    return value * (1 + 0.5 * Math.cos(0.7 * frame + 0.1 * bin));
  });
  return { ...spectrogram, data };
}
