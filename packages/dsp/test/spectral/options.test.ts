import { describe, expect, it } from 'vitest';
import { spectralBandwidth, type SpectralBandwidthOptions } from '../../src/spectral/spectralBandwidth.js';
import { spectralCentroid } from '../../src/spectral/spectralCentroid.js';
import { spectralFlatness } from '../../src/spectral/spectralFlatness.js';
import { spectralFlux } from '../../src/spectral/spectralFlux.js';
import { spectralRolloff } from '../../src/spectral/spectralRolloff.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { clip } from '../helpers/spectralSignals.js';

describe('spectral features', () => {
  it.each([
    [() => spectralBandwidth(clip, { p: 0 }), '`p` must be a finite number above 0; got 0'],
    [
      () => spectralBandwidth(clip, { norm: 'l1' } as unknown as SpectralBandwidthOptions),
      "`norm` must be one of true, false; got 'l1'",
    ],
    [
      () => spectralRolloff(clip, { rollPercent: 85 }),
      '`rollPercent` must be a finite number above 0 and below 1; got 85',
    ],
    [() => spectralFlatness(clip, { amin: 0 }), '`amin` must be a finite number above 0; got 0'],
    [() => spectralFlatness(clip, { power: -2 }), '`power` must be a finite number above 0; got -2'],
    [() => spectralFlux(clip, { hopLength: 0 }), '`hopLength` must be an integer from 1 to 4194304; got 0'],
    [
      () => spectralCentroid({ ...clip, sampleRate: NaN }),
      '`sampleRate` must be a finite number above 0; got NaN',
    ],
  ])('reject an invalid option by name: %s', (action, message) => {
    const error = errorFrom(action);
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain(message);
  });
});
