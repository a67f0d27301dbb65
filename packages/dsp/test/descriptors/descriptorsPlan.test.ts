import { describe, expect, it } from 'vitest';
import type { Descriptors } from '../../src/descriptors/descriptors.js';
import { DescriptorsPlan, type FrontEndOptions } from '../../src/descriptors/descriptorsPlan.js';
import { frontEnds, type FrontEnd } from '../../src/descriptors/frontEnd.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { golden } from '../helpers/golden.js';
import { largestError } from '../helpers/largestError.js';
import { phrase } from '../helpers/phrase.js';
import { testSignal, type SignalName } from '../helpers/testSignal.js';
import { runSteps } from '../../src/steps/steps.js';

/** The descriptors of a clip, by a new plan. */
function descriptorsOf(
  { samples }: { readonly samples: Float32Array },
  options: FrontEndOptions = {},
): Descriptors {
  return runSteps(new DescriptorsPlan(options).transform(samples));
}

function contourOf({ names, data, nFrames }: Descriptors, name: string): Float64Array {
  const first = names.indexOf(name) * nFrames;
  return data.subarray(first, first + nFrames);
}

/** Twelve harmonics of one pitch. */
function sung(hz: number, nSamples = 16000) {
  const samples = Float32Array.from({ length: nSamples }, (_, n) => {
    let sum = 0;
    for (let k = 1; k <= 12; k++) sum += (0.1 / k) * Math.sin((2 * Math.PI * k * hz * n) / 16000);
    return sum;
  });
  return { samples, sampleRate: 16000 };
}

function amplified<Clip extends { readonly samples: Float32Array }>(clip: Clip, gain: number): Clip {
  return { ...clip, samples: clip.samples.map((sample) => sample * gain) };
}

describe.each(frontEnds)('DescriptorsPlan with the front end %s', (frontEnd) => {
  it('has a frame every 10 ms, the first centered on sample 0', () => {
    const plan = new DescriptorsPlan({ frontEnd });
    expect([1, 159, 160, 16000].map((nSamples) => plan.nFrames(nSamples))).toEqual([1, 1, 2, 101]);
  });

  it.each([70, 110, 220, 440])('finds the pitch of a voice of %i Hz, in semitones above 55 Hz', (hz) => {
    const { f0, voiced } = descriptorsOf(sung(hz), { frontEnd });
    for (let frame = 3; frame < 98; frame++) {
      expect(voiced[frame]).toBe(1);
      expect(f0[frame]).toBeCloseTo(12 * Math.log2(hz / 55), 1);
    }
  });

  it('finds noise unvoiced, with a low harmonics-to-noise ratio', () => {
    const frames = descriptorsOf(testSignal('noise', 16000, 16000), { frontEnd });
    expect(frames.voiced.reduce((sum, value) => sum + value, 0)).toBeLessThan(5);
    expect(contourOf(frames, 'hnr')[50]).toBeLessThan(-1);
    expect(contourOf(descriptorsOf(sung(110), { frontEnd }), 'hnr')[50]).toBeGreaterThan(15);
  });

  it('finds pauses inactive, with a range of 35 dB', () => {
    const clip = phrase(40000);
    const { active } = descriptorsOf(clip, { frontEnd });
    const nFrames = active.length;
    // The fifth quarter of a second is a pause 40 dB below the vowels; the first a vowel.
    expect([...active.subarray(105, 120)].every((value) => value === 0)).toBe(true);
    expect([...active.subarray(5, 20)].every((value) => value === 1)).toBe(true);
    expect(
      descriptorsOf(testSignal('silence', 16000, 4000), { frontEnd }).active.every((value) => value === 1),
    ).toBe(true);
    expect(nFrames).toBe(251);
  });

  it('has contours with unique names, and one number per frame', () => {
    const { names, data, nFrames, f0 } = descriptorsOf(phrase(5000), { frontEnd });
    expect(new Set(names).size).toBe(names.length);
    expect(names).toHaveLength(frontEnd === 'full-band' ? 99 : 85);
    expect(data).toHaveLength(names.length * nFrames);
    expect(f0).toHaveLength(nFrames);
    expect(data.every((value) => Number.isFinite(value))).toBe(true);
  });

  it.each([0, 4])('transformSpeech equals transform within %i frames around the span of speech', (reach) => {
    // The hum has a pitch, which the path through all frames takes into account.
    const hum = new Float32Array(8000).map((_, i) => 1e-4 * Math.sin(0.05 * i));
    const hiss = new Float32Array(8000).map((_, i) => 1e-4 * Math.sin(i * i));
    const samples = Float32Array.from([...hum, ...phrase(20000).samples, ...hiss]);
    const plan = new DescriptorsPlan({ frontEnd });
    const all = structuredClone(runSteps(plan.transform(samples)));
    runSteps(plan.transform(testSignal('noise', 16000, 40000).samples));
    const speech = runSteps(plan.transformSpeech(samples, reach));
    const first = all.active.indexOf(1) - reach;
    const end = all.active.lastIndexOf(1) + 1 + reach;
    expect([first > 20, end < all.nFrames - 20]).toEqual([true, true]);
    expect(speech.active).toEqual(all.active);
    expect(contourOf(speech, 'level')).toEqual(contourOf(all, 'level'));
    for (const name of all.names) {
      expect(contourOf(speech, name).subarray(first, end)).toEqual(contourOf(all, name).subarray(first, end));
    }
    expect(speech.f0.subarray(first, end)).toEqual(all.f0.subarray(first, end));
    expect(speech.voiced.subarray(first, end)).toEqual(all.voiced.subarray(first, end));
  });

  it('does not depend on a previous longer clip', () => {
    const plan = new DescriptorsPlan({ frontEnd });
    const before = structuredClone(runSteps(plan.transform(phrase(9000).samples)));
    runSteps(plan.transform(testSignal('noise', 16000, 20000).samples));
    expect(runSteps(plan.transform(phrase(9000).samples))).toEqual(before);
  });
});

describe('the front end full-band', () => {
  it('measures the level of a sine of amplitude 0.5: -9 dB', () => {
    const frames = descriptorsOf(testSignal('tone', 16000, 16000));
    expect(contourOf(frames, 'level')[50]).toBeCloseTo(20 * Math.log10(0.5 / Math.SQRT2), 1);
    expect(contourOf(frames, 'zeroCrossingRate')[50]).toBeCloseTo((2 * 452.3) / 16000, 2);
    expect(contourOf(frames, 'centroid')[50]).toBeCloseTo(452.3, 0);
    // 452.3 Hz is between the bins of 437.5 (an A) and 468.75 Hz (a B flat).
    expect(contourOf(frames, 'chromaA')[50]! + contourOf(frames, 'chromaBb')[50]!).toBeGreaterThan(0.8);
  });

  it('has a floor: silence is -120 dB, and -90 dB in every mel band', () => {
    const frames = descriptorsOf(testSignal('silence', 16000, 3000));
    expect(contourOf(frames, 'level')[5]).toBeCloseTo(-120, 10);
    expect(contourOf(frames, 'mel7')[5]).toBeCloseTo(-90, 10);
  });
});

describe('the front end invariant', () => {
  const plain = descriptorsOf(phrase(40000), { frontEnd: 'invariant' });

  it.each([2 ** -6, 2 ** 3])(
    'is bit-identical at the gain %f, by which float32 scales without rounding',
    (gain) => {
      expect(descriptorsOf(amplified(phrase(40000), gain), { frontEnd: 'invariant' })).toEqual(plain);
    },
  );

  it.each([-20, 20])('is the same at %i dB up to the rounding of the samples', (decibels) => {
    const scaled = descriptorsOf(amplified(phrase(40000), 10 ** (decibels / 20)), { frontEnd: 'invariant' });
    expect(scaled.voiced).toEqual(plain.voiced);
    expect(scaled.active).toEqual(plain.active);
    expect(largestError(scaled.data, plain.data)).toBeLessThan(1e-4);
  });

  it('ignores frequencies below 100 and above 7000 Hz', () => {
    const hum = { ...phrase(40000) };
    const added = hum.samples.map((sample, n) => sample + 0.05 * Math.sin((2 * Math.PI * 7600 * n) / 16000));
    const frames = descriptorsOf({ ...hum, samples: added }, { frontEnd: 'invariant' });
    expect(largestError(contourOf(frames, 'mel20'), contourOf(plain, 'mel20'))).toBeLessThan(0.05);
  });
});

interface FramesCase {
  readonly signal: SignalName | 'phrase';
  readonly nSamples: number;
  readonly frontEnd: FrontEnd;
  readonly frames: { readonly numbers: readonly number[]; readonly expected: readonly number[] };
}

describe('descriptors recorded from the prototype', () => {
  const cases = golden<FramesCase>('functionals').map((one) => ({
    ...one,
    title: `${one.nSamples} samples of ${one.signal}, ${one.frontEnd}`,
  }));

  // The prototype rounds samples to float32, and also spectra of the front end invariant, which changes empty bins of
  // synthetic signals, the bin of 0 Hz, and the contrast of the lowest band.
  it.each(cases)(
    'equal its results: $title',
    ({ signal, nSamples, frontEnd, frames: { numbers, expected } }) => {
      const clip = signal === 'phrase' ? phrase(nSamples) : testSignal(signal, 16000, nSamples);
      const { names, nFrames, data, f0, voiced } = descriptorsOf(clip, { frontEnd });
      const rows = numbers.flatMap((frame) => [
        ...names.map((_, contour) => data[contour * nFrames + frame]!),
        f0[frame]!,
        voiced[frame]!,
      ]);
      expect(largestError(rows, expected)).toBeLessThan(frontEnd === 'full-band' ? 2e-3 : 2e-4);
    },
  );
});

describe('DescriptorsPlan', () => {
  it('rejects an unknown front end, an empty clip, and NaN', () => {
    expect(errorFrom(() => new DescriptorsPlan({ frontEnd: 'narrow' as FrontEnd })).message).toBe(
      "`frontEnd` must be one of 'full-band', 'invariant'; got 'narrow'.",
    );
    const plan = new DescriptorsPlan();
    expect(errorFrom(() => runSteps(plan.transform(new Float32Array(0)))).code).toBe('clip-too-short');
    expect(errorFrom(() => runSteps(plan.transform(Float32Array.of(0, NaN)))).code).toBe('invalid-sample');
  });
});
