import { describe, expect, it } from 'vitest';
import { fftFrequencies } from '../../src/spectrum/fftFrequencies.js';

describe('fftFrequencies', () => {
  it('run from 0 Hz to half the sample rate', () => {
    expect([...fftFrequencies({ sampleRate: 16000, nFft: 4 })]).toEqual([0, 4000, 8000]);
  });

  it('stop below half the sample rate when nFft is odd', () => {
    expect([...fftFrequencies({ sampleRate: 15000, nFft: 5 })]).toEqual([0, 3000, 6000]);
  });
});
