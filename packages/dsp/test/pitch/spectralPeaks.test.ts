import { describe, expect, it } from 'vitest';
import { SpectralPeaks } from '../../src/pitch/spectralPeaks.js';
import { SpectrogramPlan } from '../../src/spectrum/spectrogramPlan.js';

/** Powers of one Hann-windowed frame of tones of equal strength. */
function spectrumOfTones(...hz: number[]): Float64Array {
  const samples = Float32Array.from({ length: 2048 }, (_, i) =>
    hz.reduce((sum, f) => sum + Math.sin((2 * Math.PI * f * i) / 16000), 0),
  );
  return new SpectrogramPlan({ nFft: 2048, center: false }).spectrumOf(samples, 0);
}

function peaksOf(...spectra: Float64Array[]): SpectralPeaks {
  const peaks = new SpectralPeaks({ sampleRate: 16000, nFrequencies: 1025 });
  peaks.clear(spectra.length);
  for (const spectrum of spectra) peaks.add(spectrum);
  return peaks;
}

describe('SpectralPeaks', () => {
  it('finds tones between bins of 7.8 Hz with an error of at most a fifth of a bin', () => {
    const { frequencies } = peaksOf(spectrumOfTones(442.5, 1000, 2503));
    expect(frequencies).toHaveLength(3);
    [442.5, 1000, 2503].forEach((hz, i) => expect(Math.abs(frequencies[i]! - hz)).toBeLessThan(1.6));
  });

  it('finds only peaks from 150 Hz to 4 kHz, and no peaks below a tenth of the highest', () => {
    expect(peaksOf(spectrumOfTones(100, 4500)).frequencies).toHaveLength(0);
    expect(peaksOf(new Float64Array(1025)).frequencies).toHaveLength(0);
  });

  it('has no peaks after clear', () => {
    const peaks = peaksOf(spectrumOfTones(440));
    peaks.clear(1);
    expect(peaks.frequencies).toHaveLength(0);
  });
});
