import { describe, expect, it } from 'vitest';
import { whisperLogMel, type WhisperLogMelOptions } from '../../src/mel/whisperLogMel.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { featureGolden } from '../helpers/featureGolden.js';
import { maxDifference, rowsOf } from '../helpers/golden.js';
import { testSignal } from '../helpers/testSignal.js';

const clip = testSignal('voice', 16000, 6000);

describe('whisperLogMel', () => {
  it('has a row for every 10 ms and a named column for each band', () => {
    const { data, nFrames, nFeatures, names } = whisperLogMel(clip);
    expect([nFrames, nFeatures, data.length]).toEqual([37, 80, 37 * 80]);
    expect([names[0], names[79]]).toEqual(['whisperLogMel0', 'whisperLogMel79']);
  });

  it('of silence is at the level of the floor everywhere', () => {
    const { data } = whisperLogMel({ samples: new Float32Array(800), sampleRate: 16000 });
    expect(data.every((level) => level === -1.5)).toBe(true);
  });

  it('covers at most 2, that is 80 dB below the loudest band', () => {
    const { data } = whisperLogMel(testSignal('click', 16000, 6000));
    expect(Math.max(...data) - Math.min(...data)).toBeCloseTo(2, 6);
  });

  it('rises by half when the sound is ten times as loud', () => {
    const quiet = { ...clip, samples: clip.samples.map((sample) => sample / 10) };
    const levels = whisperLogMel(quiet).data.map((level) => level + 0.5);
    // a tenth of a sample is rounded to float32
    expect(maxDifference(whisperLogMel(clip).data, levels)).toBeLessThan(1e-5);
  });

  // float32 energies near 1e-8 of the largest: the most seen is 5e-7
  it.each(featureGolden<WhisperLogMelOptions>('whisperLogMels'))(
    "equals Whisper's formula: $title",
    ({ clip, options, expected }) => {
      const { data, nFrames, nFeatures } = whisperLogMel(clip, options);
      expect([nFrames, nFeatures]).toEqual([expected.nFrames, expected.nFeatures]);
      expect(maxDifference(rowsOf(data, nFeatures, expected.frames), expected.values)).toBeLessThan(1e-5);
    },
  );

  it.each([
    ['another rate', { ...clip, sampleRate: 8000 }, 'sample-rate-mismatch', '16000 Hz'],
    [
      '200 samples',
      { ...clip, samples: clip.samples.subarray(0, 200) },
      'clip-too-short',
      'at least 201 samples',
    ],
    ['NaN', { ...clip, samples: new Float32Array(300).fill(NaN) }, 'invalid-sample', 'NaN'],
  ])('rejects a clip of %s', (_, wrong, code, message) => {
    const error = errorFrom(() => whisperLogMel(wrong));
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
  });

  it('rejects a number of bands that is no positive integer', () => {
    expect(errorFrom(() => whisperLogMel(clip, { nMels: 0 })).code).toBe('invalid-option');
  });
});
