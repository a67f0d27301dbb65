import { describe, expect, it } from 'vitest';
import { framePowers } from '../../src/level/framePowers.js';

describe('framePowers', () => {
  it('is the mean square of every whole 20 ms', () => {
    const samples = new Float32Array(800).fill(0.5, 0, 320).fill(-1, 320, 480);
    expect([...framePowers(samples)]).toEqual([0.25, 0.5]);
  });
});
