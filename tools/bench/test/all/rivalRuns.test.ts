import { describe, expect, it, vi } from 'vitest';
import { RivalRuns } from '../../src/all/rivalRuns.js';

describe('RivalRuns', () => {
  it('runs a rival that cannot run once, and says how to install it', () => {
    const runs = new RivalRuns();
    const program = vi.fn(() => {
      throw new Error("No module named 'opensmile'");
    });
    expect([runs.run('opensmile', program), runs.run('opensmile', program)]).toEqual([undefined, undefined]);
    expect(program).toHaveBeenCalledTimes(1);
    expect(runs.missing).toEqual([
      "opensmile: not installed. pip install -r reference/requirements.txt (No module named 'opensmile')",
    ]);
    expect(runs.run('librosa', () => 7)).toBe(7);
  });
});
