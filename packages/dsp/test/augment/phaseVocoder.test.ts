import { describe, expect, it } from 'vitest';
import { phaseVocoder } from '../../src/augment/phaseVocoder.js';
import { stft } from '../../src/spectrum/stft.js';
import type { StftOptions } from '../../src/spectrum/stftOptions.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { golden, maxRelativeDifference, rowsOf } from '../helpers/golden.js';
import { syntheticClip } from '../helpers/syntheticClip.js';

interface VocoderCase {
  readonly sampleRate: number;
  readonly nSamples: number;
  readonly rate: number;
  readonly options: StftOptions;
  readonly expected: {
    readonly nFrames: number;
    readonly frames: readonly number[];
    readonly values: readonly number[];
  };
}

const frames = stft(syntheticClip(8000, 3000), { nFft: 256 });

describe('phaseVocoder', () => {
  it('has ceil(nFrames / rate) frames', () => {
    expect(frames.nFrames).toBe(47);
    expect([0.5, 1, 2, 100].map((rate) => phaseVocoder(frames, { rate }).nFrames)).toEqual([94, 47, 24, 1]);
  });

  it('changes nothing at rate 1', () => {
    const { data } = phaseVocoder(frames, { rate: 1 });
    // the precision of phases in float32, which reach 47 frames * 201 rad
    expect(maxRelativeDifference(data, frames.data)).toBeLessThan(1e-4);
  });

  it('keeps silence silent', () => {
    const silence = stft({ samples: new Float32Array(600), sampleRate: 8000 }, { nFft: 128 });
    expect(phaseVocoder(silence, { rate: 0.7 }).data.every((value) => value === 0)).toBe(true);
  });

  // an error in the last bit of a float32 phase persists
  it.each(golden<VocoderCase>('phaseVocoders'))(
    'equals librosa: rate $rate, $title',
    ({ sampleRate, nSamples, rate, options, expected }) => {
      const { nFft, hopLength } = options;
      const stretched = phaseVocoder(stft(syntheticClip(sampleRate, nSamples), options), {
        rate,
        nFft,
        hopLength,
      });
      expect(stretched.nFrames).toBe(expected.nFrames);
      const kept = rowsOf(stretched.data, 2 * stretched.nFrequencies, expected.frames);
      expect(maxRelativeDifference(kept, expected.values)).toBeLessThan(1e-4);
    },
  );

  it.each([
    [{ rate: 0 }, '`rate` must be a finite number from 0.00390625 to 256; got 0'],
    [{ rate: NaN }, '`rate` must be a finite number from 0.00390625 to 256; got NaN'],
    [{ rate: 1, hopLength: 0.5 }, '`hopLength` must be an integer from 1 to 4194304; got 0.5'],
    [{ rate: 1, nFft: 1 }, '`nFft` must be an integer from 2 to 65536; got 1'],
  ])('rejects %j', (options, message) => {
    const error = errorFrom(() => phaseVocoder(frames, options));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain(message);
  });
});
