import { describe, expect, it } from 'vitest';
import type { SpectrogramOptions } from '../../src/spectrum/spectrogramOptions.js';
import { SpectrogramPlan } from '../../src/spectrum/spectrogramPlan.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { syntheticClip } from '../helpers/syntheticClip.js';

const clip = syntheticClip(8000, 1500);

describe('SpectrogramPlan', () => {
  it('fills a given buffer with the same values', () => {
    const plan = new SpectrogramPlan({ nFft: 128, hopLength: 50 });
    const output = new Float32Array(31 * 65).fill(NaN);
    expect(plan.transform(clip.samples, output)).toBe(output);
    expect(output).toEqual(plan.transform(clip.samples));
  });

  it('does not depend on previous clips', () => {
    const plan = new SpectrogramPlan({ nFft: 128, winLength: 100 });
    const first = plan.transform(clip.samples);
    plan.transform(syntheticClip(8000, 5000).samples);
    expect(plan.transform(clip.samples)).toEqual(first);
  });

  it.each([
    [{ nFft: 1 }, '`nFft` must be an integer from 2 to 65536; got 1.'],
    [{ nFft: 512.5 }, '`nFft` must be an integer from 2 to 65536; got 512.5.'],
    [{ nFft: 2 ** 22 }, '`nFft` must be an integer from 2 to 65536; got 4194304. Choose a smaller window.'],
    [{ hopLength: 0 }, '`hopLength` must be an integer from 1 to 4194304; got 0'],
    [{ nFft: 512, winLength: 600 }, '`winLength` must be an integer from 1 to 512; got 600. Raise `nFft`'],
    [{ padMode: 'wrap' }, "`padMode` must be one of 'constant', 'reflect', 'edge'; got 'wrap'"],
    [{ center: 'no' }, '`center` must be one of true, false'],
    [{ power: 3 }, '`power` must be one of 1, 2; got 3'],
  ])('rejects %o', (options, message) => {
    const error = errorFrom(() => new SpectrogramPlan(options as SpectrogramOptions));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain(message);
  });

  it('rejects a clip shorter than a frame without centering', () => {
    const error = errorFrom(() =>
      new SpectrogramPlan({ nFft: 128, center: false }).transform(new Float32Array(127)),
    );
    expect(error.code).toBe('clip-too-short');
    expect(error.message).toContain('at least 128 samples; got 127. Lengthen the clip, lower `nFft`');
  });

  it('rejects an empty clip', () => {
    expect(errorFrom(() => new SpectrogramPlan().transform(new Float32Array(0))).code).toBe('clip-too-short');
  });

  it.each([NaN, Infinity])('rejects the sample %d, with its index', (bad) => {
    const error = errorFrom(() => new SpectrogramPlan({ nFft: 4 }).transform(Float32Array.of(0, 0, bad, 0)));
    expect(error.code).toBe('invalid-sample');
    expect(error.message).toContain(`got ${bad} at sample 2`);
  });

  it('rejects a buffer of another length', () => {
    const error = errorFrom(() =>
      new SpectrogramPlan({ nFft: 4 }).transform(clip.samples, new Float32Array(5)),
    );
    expect(error.code).toBe('buffer-mismatch');
  });
});
