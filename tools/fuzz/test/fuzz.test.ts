import { describe, expect, it } from 'vitest';
import { fuzz } from '../src/fuzz.js';

/** Guards against hangs only: a busy machine must never fail a test. */
const seconds = 300;

describe('fuzz', () => {
  it('reads damaged recordings without a finding', async () => {
    const { outcomes, findings } = await fuzz({
      ...{ target: 'audio', seed: 2, decoders: undefined },
      ...{ from: 0, inputs: 150, seconds, threads: 1 },
    });
    expect(findings).toEqual([]);
    expect([...outcomes.values()].reduce((sum, n) => sum + n, 0)).toBe(150);
    expect(outcomes.get('decoded')).toBeGreaterThan(10);
    expect(outcomes.get('corrupt-file')).toBeGreaterThan(10);
  });
});
