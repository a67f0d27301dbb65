import { RandomStream } from '@ser/core';
import { applyGain, resample } from '@ser/dsp';
import { describe, expect, it } from 'vitest';
import { measureClip } from '../../src/audit/measureClip.js';
import { nearDuplicates } from '../../src/audit/nearDuplicates.js';

/** Noise whose loudness changes every tenth of a second. */
function speechLike(seed: number, seconds = 1.5) {
  const random = new RandomStream(seed);
  const loudness = Array.from({ length: 20 }, () => random.uniform());
  const samples = Float32Array.from(
    { length: seconds * 16_000 },
    (_, i) => 0.5 * loudness[Math.floor(i / 1600)]! * Math.sin(0.1 * i + 3 * random.uniform()),
  );
  return { samples, sampleRate: 16_000 };
}

describe('nearDuplicates', () => {
  it('finds copies at another level or rate, and nothing else', () => {
    const one = speechLike(1);
    const clips = [
      one,
      speechLike(2),
      applyGain(one, { decibels: -6 }),
      speechLike(3),
      resample(one, { sampleRate: 22_050 }),
      { samples: one.samples.slice(0, 16_000), sampleRate: 16_000 },
    ];
    expect(nearDuplicates(clips.map(measureClip))).toEqual([[0, 2, 4]]);
  });

  it('does not group silent clips', () => {
    const silence = { samples: new Float32Array(800), sampleRate: 16_000 };
    expect(nearDuplicates([silence, silence].map(measureClip))).toEqual([]);
  });
});
