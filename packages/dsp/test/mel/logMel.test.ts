import { describe, expect, it } from 'vitest';
import { logMel, LogMelPlan, type LogMelOptions } from '../../src/mel/logMel.js';
import { golden, maxDifference, rowsOf, type ClipCase } from '../helpers/golden.js';
import { syntheticClip } from '../helpers/syntheticClip.js';

const clip = syntheticClip(16000, 6000);
const speech = { nFft: 512, hopLength: 160, nMels: 40 } as const;

describe('logMel', () => {
  it('rises by 6.02 dB when the sound is twice as loud', () => {
    const loud = { ...clip, samples: clip.samples.map((sample) => 2 * sample) };
    const [quiet, louder] = [clip, loud].map((c) => logMel(c, { ...speech, amin: 1e-30, topDb: null }).data);
    expect(
      maxDifference(
        louder!,
        quiet!.map((level) => level + 20 * Math.log10(2)),
      ),
    ).toBeLessThan(1e-4);
  });

  it('of silence is at the level of amin everywhere', () => {
    const { data, names } = logMel({ samples: new Float32Array(800), sampleRate: 16000 }, speech);
    expect(data.every((level) => level === -100)).toBe(true);
    expect(names[1]).toBe('logMel1');
  });

  it('fills a given buffer with the same values', () => {
    const plan = new LogMelPlan({ ...speech, sampleRate: 16000 });
    const output = new Float32Array(38 * 40).fill(NaN);
    expect(plan.transform(clip.samples, output)).toBe(output);
    expect(output).toEqual(plan.transform(clip.samples));
  });

  // 1e-6 of the power is 4e-6 dB, and float32 near 60 dB has steps of 4e-6
  it.each(golden<ClipCase<LogMelOptions>>('logMels'))(
    'equals librosa: $title',
    ({ sampleRate, nSamples, options, expected }) => {
      const { data, nFeatures } = logMel(syntheticClip(sampleRate, nSamples), options);
      expect(maxDifference(rowsOf(data, nFeatures, expected.frames), expected.values)).toBeLessThan(1e-4);
    },
  );
});
