import { describe, expect, it } from 'vitest';
import { Modulation, modulationNames } from '../../src/functionals/modulation.js';
import { regionsOf } from '../../src/functionals/regions.js';
import { framesOf } from '../helpers/framesOf.js';
import { noise } from '../helpers/testSignal.js';
import { runSteps } from '../../src/steps/steps.js';

describe('Modulation', () => {
  const regions = { ...regionsOf(framesOf({ active: '1'.repeat(300), voiced: '1'.repeat(300) })) };
  const names = modulationNames(1);

  it('of a level that rises and falls five times a second is strongest from 3.5 to 6 Hz', () => {
    const mel = Float64Array.from(
      { length: 600 },
      (_, i) => 10 * Math.sin((2 * Math.PI * 5 * (i % 300)) / 100),
    );
    const output = new Float32Array(names.length);
    runSteps(new Modulation(1).write(mel, regions, output, 0));
    const levels = output.subarray(0, 7);
    expect(names[levels.indexOf(Math.max(...levels))]).toBe('mel0to1.modulation3.span');
    expect(output.subarray(7).reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 4);
  });

  it('handles speech longer than its shortest transform, and shorter speech again', () => {
    const modulation = new Modulation(1);
    const short = new Float32Array(names.length);
    const again = new Float32Array(names.length);
    const mel = noise(600);
    runSteps(modulation.write(mel, regions, short, 0));
    runSteps(modulation.write(noise(2 * 1501), { ...regions, first: 0, end: 1501 }, again, 0));
    expect(again.every((value) => Number.isFinite(value))).toBe(true);
    runSteps(modulation.write(mel, regions, again, 0));
    expect(again).toEqual(short);
  });
});
