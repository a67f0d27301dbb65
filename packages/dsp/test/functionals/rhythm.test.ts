import { describe, expect, it } from 'vitest';
import { regionsOf } from '../../src/functionals/regions.js';
import { rhythm, rhythmNames } from '../../src/functionals/rhythm.js';
import { framesOf } from '../helpers/framesOf.js';

describe('rhythm', () => {
  it('counts voiced runs, pauses, and level peaks', () => {
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
