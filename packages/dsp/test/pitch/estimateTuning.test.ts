import { describe, expect, it } from 'vitest';
import { estimateTuning } from '../../src/pitch/estimateTuning.js';
import { parabolicShift } from '../../src/pitch/parabolicShift.js';
import { pitchTuning } from '../../src/pitch/pitchTuning.js';
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

describe('parabolicShift', () => {
  it('finds the vertex of a parabola', () => {
    const parabola = (x: number) => 3 - (x - 0.25) ** 2;
    expect(parabolicShift(parabola(-1), parabola(0), parabola(1))).toBeCloseTo(0.25, 12);
  });

  it('of a line, or of a vertex more than a step away, is 0', () => {
    expect(parabolicShift(1, 2, 3)).toBe(0);
    expect(parabolicShift(0, 10, 30)).toBe(0);
    expect(parabolicShift(0, 0, 0)).toBe(0);
  });
});

describe('SpectralPeaks', () => {
  it('finds tones between bins of 7.8 Hz to a fifth of a bin', () => {
    const { frequencies } = peaksOf(spectrumOfTones(442.5, 1000, 2503));
    expect(frequencies).toHaveLength(3);
    [442.5, 1000, 2503].forEach((hz, i) => expect(Math.abs(frequencies[i]! - hz)).toBeLessThan(1.6));
  });

  it('looks only from 150 Hz to 4 kHz, and not at peaks below a tenth of the highest', () => {
    expect(peaksOf(spectrumOfTones(100, 4500)).frequencies).toHaveLength(0);
    expect(peaksOf(new Float64Array(1025)).frequencies).toHaveLength(0);
  });

  it('forgets the last clip when cleared', () => {
    const peaks = peaksOf(spectrumOfTones(440));
    peaks.clear(1);
    expect(peaks.frequencies).toHaveLength(0);
  });
});

describe('pitchTuning', () => {
  it('is the distance from the nearest step of the scale, to a hundredth', () => {
    expect(pitchTuning([440 * 2 ** (0.255 / 12)], { binsPerOctave: 12 })).toBeCloseTo(0.25, 12);
    expect(pitchTuning([440 * 2 ** (0.255 / 24)], { binsPerOctave: 24 })).toBeCloseTo(0.25, 12);
  });

  it('is negative for pitches below their step', () => {
    expect(pitchTuning([435, 217.5, 870], { binsPerOctave: 12 })).toBeCloseTo(-0.2, 12);
  });

  it('of A 440 Hz in any octave is 0, of no pitch too', () => {
    expect(pitchTuning([110, 440, 1760], { binsPerOctave: 12 })).toBe(0);
    expect(pitchTuning([], { binsPerOctave: 12 })).toBe(0);
  });

  it('is that of most pitches', () => {
    expect(pitchTuning([435, 441, 441, 882], { binsPerOctave: 12 })).toBeCloseTo(0.03, 12);
  });
});

describe('estimateTuning', () => {
  it('listens to the stronger half of the peaks', () => {
    const loud = spectrumOfTones(446.5).map((power) => 100 * power);
    const quiet = [spectrumOfTones(600), spectrumOfTones(610)];
    expect(estimateTuning(peaksOf(loud, ...quiet), { binsPerOctave: 12 })).not.toBe(0);
    expect(estimateTuning(peaksOf(loud), { binsPerOctave: 12 })).toBeCloseTo(0.25, 1);
  });

  it('of silence is 0', () => {
    expect(estimateTuning(peaksOf(new Float64Array(1025)), { binsPerOctave: 12 })).toBe(0);
  });
});
