import { describe, expect, it } from 'vitest';
import { Correlation, correlationNames } from '../../src/functionals/correlation.js';
import { regionsOf } from '../../src/functionals/regions.js';
import { framesOf } from '../helpers/framesOf.js';
import { noise } from '../helpers/testSignal.js';
import { runSteps } from '../../src/steps/steps.js';

describe('Correlation', () => {
  it('is 1 for equal and -1 for opposite contours, and 0 for a constant', () => {
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
    runSteps(new Correlation().write(mfcc, nFrames, regions, output, 0));
    const of = (pair: string) => output[correlationNames.indexOf(`${pair}.correlation.active`)];
    expect(correlationNames).toHaveLength(378);
    expect(of('mfcc1~mfcc2')).toBeCloseTo(1, 5);
    expect(of('mfcc1~mfcc3')).toBeCloseTo(-1, 5);
    expect(of('mfcc1.delta~mfcc2.delta')).toBeCloseTo(1, 4);
    expect(of('mfcc0~mfcc1')).toBe(0);
  });
});
