import { describe, expect, it } from 'vitest';
import { framePowers } from '../../src/level/framePowers.js';
import { normalizeLevel } from '../../src/level/normalizeLevel.js';

describe('normalizeLevel', () => {
  it('brings the active frames to -26 dBFS and scales the others with them', () => {
    const samples = new Float32Array(640).fill(0.8, 0, 320).fill(0.001, 320);
    const leveled = normalizeLevel(samples, framePowers(samples), Uint8Array.of(1, 0));
    expect(20 * Math.log10(leveled[0]!)).toBeCloseTo(-26, 5);
    expect(leveled[320]! / leveled[0]!).toBeCloseTo(0.001 / 0.8, 9);
  });

  it('keeps digital silence as it is', () => {
    const silence = new Float32Array(320);
    expect(normalizeLevel(silence, framePowers(silence), Uint8Array.of(1))).toEqual(silence);
  });
});
