import { describe, expect, it } from 'vitest';
import { Correlation, correlationNames } from '../../src/functionals/correlation.js';
import { Modulation, modulationNames } from '../../src/functionals/modulation.js';
import { moments } from '../../src/functionals/moments.js';
import { pitchSegments, segmentNames } from '../../src/functionals/pitchSegments.js';
import { regionsOf, thirdsOf } from '../../src/functionals/regions.js';
import { regressionDelta } from '../../src/descriptors/regressionDelta.js';
import { rhythm, rhythmNames } from '../../src/functionals/rhythm.js';
import { runsOf } from '../../src/functionals/runs.js';
import { trend } from '../../src/functionals/trend.js';
import type { Descriptors } from '../../src/descriptors/descriptors.js';
import { noise } from '../helpers/testSignal.js';

/** Frames of which only these are known. */
function framesOf(known: { active: string; voiced: string; f0?: readonly number[] }): Descriptors {
  const mask = (digits: string) => Uint8Array.from(digits, Number);
  const nFrames = known.active.length;
  return {
    frontEnd: 'full-band',
    nFrames,
    names: [],
    data: new Float64Array(0),
    f0: Float64Array.from({ length: nFrames }, (_, i) => known.f0?.[i] ?? 0),
    voiced: mask(known.voiced),
    active: mask(known.active),
  };
}

describe('moments', () => {
  it('are mean, standard deviation of the population, skewness and kurtosis', () => {
    const output = new Float64Array(4);
    moments(Float64Array.of(0, 0, 0, 4), output);
    expect([...output].map((value) => Number(value.toFixed(4)))).toEqual([1, 1.7321, 1.1547, 2.3333]);
  });

  it('of a constant do not divide by 0', () => {
    const output = new Float64Array(4);
    moments(new Float64Array(5).fill(3), output);
    expect([...output]).toEqual([3, 1e-8, 0, 0]);
  });
});

describe('trend', () => {
  it('of a line is its slope from -1 to 1, and leaves nothing', () => {
    const output = new Float64Array(2);
    trend(Float64Array.of(0, 1, 2, 3, 4), 2, Math.sqrt(2), output);
    expect(output[0]).toBeCloseTo(2, 6);
    expect(output[1]).toBeCloseTo(0, 4);
  });
});

describe('regressionDelta', () => {
  it('is 1 on a line of slope 1, less at its ends, where values are repeated', () => {
    const output = new Float64Array(7);
    regressionDelta(
      Float64Array.from({ length: 7 }, (_, i) => i),
      { first: 0, end: 7 },
      output,
    );
    expect([...output]).toEqual([0.5, 0.8, 1, 1, 1, 0.8, 0.5]);
  });

  it.each([
    [0, 1],
    [1, 6],
    [3, 4],
    [5, 7],
  ])('of frames %i to %i leaves the others alone', (first, end) => {
    const values = noise(7);
    const whole = new Float64Array(7);
    regressionDelta(values, { first: 0, end: 7 }, whole);
    const output = new Float64Array(7).fill(9);
    regressionDelta(values, { first, end }, output);
    expect([...output]).toEqual([...whole].map((value, i) => (i >= first && i < end ? value : 9)));
  });

  it.each([1, 2, 3, 4])('of a constant of %i frames is 0', (length) => {
    const output = new Float64Array(length).fill(NaN);
    regressionDelta(new Float64Array(length).fill(5), { first: 0, end: length }, output);
    expect([...output]).toEqual(new Array(length).fill(0));
  });
});

describe('runsOf', () => {
  it('finds runs, also at both ends', () => {
    const digits = '1101110';
    expect(runsOf(0, 7, (frame) => digits[frame] === '1')).toEqual({ starts: [0, 3], lengths: [2, 3] });
    expect(runsOf(1, 6, (frame) => digits[frame] === '1')).toEqual({ starts: [1, 3], lengths: [1, 3] });
  });
});

describe('regionsOf', () => {
  it('splits active frames into voiced and unvoiced, and spans all between the first and the last', () => {
    const regions = regionsOf(framesOf({ active: '0111111110110', voiced: '1111110000000' }));
    expect([...regions.active]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 10, 11]);
    expect([...regions.voiced]).toEqual([1, 2, 3, 4, 5]);
    expect([...regions.unvoiced]).toEqual([6, 7, 8, 10, 11]);
    expect([regions.first, regions.end]).toEqual([1, 12]);
    expect(regions.thirds).toEqual([1, 4, 8, 12]);
  });

  it('takes all active frames where too few are voiced, or too few are not', () => {
    const whispered = regionsOf(framesOf({ active: '111111', voiced: '000011' }));
    expect(whispered.voiced).toEqual(whispered.active);
    expect(whispered.unvoiced).toEqual(whispered.active);
    const sung = regionsOf(framesOf({ active: '1111111', voiced: '1111100' }));
    expect(sung.voiced).toHaveLength(5);
    expect(sung.unvoiced).toEqual(sung.active);
  });

  it('cuts thirds as evenly as whole frames allow', () => {
    expect(thirdsOf(0, 9)).toEqual([0, 3, 6, 9]);
    expect(thirdsOf(2, 10)).toEqual([2, 5, 8, 12]);
  });
});

describe('rhythm', () => {
  it('counts runs of voice, pauses and peaks of the level', () => {
    const frames = framesOf({
      active: `0${'1'.repeat(20)}${'0'.repeat(5)}${'1'.repeat(14)}`,
      voiced: `00111111${'0'.repeat(32)}`,
    });
    const levels = Float64Array.from({ length: 40 }, (_, i) =>
      i >= 21 && i < 26 ? -60 : -20 + 10 * Math.sin(i / 3),
    );
    const output = new Float32Array(rhythmNames.length);
    rhythm(frames, levels, regionsOf(frames), output, 0);
    const named = Object.fromEntries(rhythmNames.map((name, i) => [name, output[i]!]));
    expect(named['rhythm.seconds']).toBeCloseTo(0.39, 6);
    expect(named['rhythm.activeShare']).toBeCloseTo(34 / 39, 6);
    expect(named['rhythm.voicedShare']).toBeCloseTo(6 / 39, 6);
    expect(named['rhythm.voicedRunMean']).toBe(6);
    expect(named['rhythm.pauseMean']).toBe(5);
    expect(named['rhythm.pauseRate']).toBeCloseTo(1 / 0.39, 5);
    expect(named['rhythm.logSeconds']).toBeCloseTo(Math.log(0.39), 6);
  });
});

describe('pitchSegments', () => {
  it('measures change, range and slope of each run of at least five voiced frames', () => {
    const frames = framesOf({
      active: '1'.repeat(15),
      voiced: '111110111101111',
      f0: [0, 1, 2, 3, 4, 0, 5, 5, 5, 5, 0, 9, 9, 9, 9],
    });
    const row = new Float64Array(segmentNames.length);
    pitchSegments(frames, row, 0);
    expect([...row]).toEqual([4, 4, 1, 0, 0, 0, 4, 4, 1, 4, 4, 1]);
  });

  it('is 0 without any', () => {
    const row = new Float64Array(segmentNames.length).fill(NaN);
    pitchSegments(framesOf({ active: '1111', voiced: '1111' }), row, 0);
    expect([...row]).toEqual(new Array(segmentNames.length).fill(0));
  });
});

describe('Modulation', () => {
  const regions = { ...regionsOf(framesOf({ active: '1'.repeat(300), voiced: '1'.repeat(300) })) };
  const names = modulationNames(1);

  it('of a level that rises and falls five times a second is strongest from 3.5 to 6 Hz', () => {
    const mel = Float64Array.from(
      { length: 600 },
      (_, i) => 10 * Math.sin((2 * Math.PI * 5 * (i % 300)) / 100),
    );
    const output = new Float32Array(names.length);
    new Modulation(1).write(mel, regions, output, 0);
    const levels = output.subarray(0, 7);
    expect(names[levels.indexOf(Math.max(...levels))]).toBe('mel0to1.modulation3.span');
    expect(output.subarray(7).reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 4);
  });

  it('knows speech longer than its shortest transform, and shorter again', () => {
    const modulation = new Modulation(1);
    const short = new Float32Array(names.length);
    const again = new Float32Array(names.length);
    const mel = noise(600);
    modulation.write(mel, regions, short, 0);
    modulation.write(noise(2 * 1501), { ...regions, first: 0, end: 1501 }, again, 0);
    expect(again.every((value) => Number.isFinite(value))).toBe(true);
    modulation.write(mel, regions, again, 0);
    expect(again).toEqual(short);
  });
});

describe('Correlation', () => {
  it('is 1 of equal and -1 of opposite contours, and 0 with a constant', () => {
    const nFrames = 200;
    const contour = noise(nFrames);
    const mfcc = new Float64Array(14 * nFrames);
    mfcc.set(contour, nFrames);
    mfcc.set(contour, 2 * nFrames);
    mfcc.set(
      contour.map((value) => -value),
      3 * nFrames,
    );
    const regions = regionsOf(framesOf({ active: '1'.repeat(nFrames), voiced: '1'.repeat(nFrames) }));
    const output = new Float32Array(correlationNames.length);
    new Correlation().write(mfcc, nFrames, regions, output, 0);
    const of = (pair: string) => output[correlationNames.indexOf(`${pair}.correlation.active`)];
    expect(correlationNames).toHaveLength(378);
    expect(of('mfcc1~mfcc2')).toBeCloseTo(1, 5);
    expect(of('mfcc1~mfcc3')).toBeCloseTo(-1, 5);
    expect(of('mfcc1.delta~mfcc2.delta')).toBeCloseTo(1, 4);
    expect(of('mfcc0~mfcc1')).toBe(0);
  });
});
