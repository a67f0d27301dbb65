import { describe, expect, it } from 'vitest';
import { estimateTuning } from '../../src/pitch/estimateTuning.js';
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

describe('estimateTuning', () => {
  it('uses the stronger half of the peaks', () => {
    const loud = spectrumOfTones(446.5).map((power) => 100 * power);
    const quiet = [spectrumOfTones(600), spectrumOfTones(610)];
    expect(estimateTuning(peaksOf(loud, ...quiet), { binsPerOctave: 12 })).not.toBe(0);
    expect(estimateTuning(peaksOf(loud), { binsPerOctave: 12 })).toBeCloseTo(0.25, 1);
  });

  it('of silence is 0', () => {
    expect(estimateTuning(peaksOf(new Float64Array(1025)), { binsPerOctave: 12 })).toBe(0);
  });
});
