import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import { physicalCores, threadsPerCoreIn } from '../../src/engine/physicalCores.js';

describe('physicalCores', () => {
  it('is at least one, and at most the processors that this process may use', () => {
    expect(Number.isInteger(physicalCores())).toBe(true);
    expect(physicalCores()).toBeGreaterThanOrEqual(1);
    expect(physicalCores()).toBeLessThanOrEqual(availableParallelism());
  });
});

describe('threadsPerCoreIn', () => {
  const cpuInfo = (siblings: number, cores: number) =>
    `processor\t: 0\nsiblings\t: ${siblings}\ncore id\t\t: 0\ncpu cores\t: ${cores}\n`;

  it('divides the logical processors of a socket by its cores', () => {
    expect(threadsPerCoreIn(cpuInfo(16, 8))).toBe(2);
    expect(threadsPerCoreIn(cpuInfo(4, 4))).toBe(1);
  });

  it('assumes one if the file does not specify it', () => {
    expect(threadsPerCoreIn('processor\t: 0\nBogoMIPS\t: 50.00\n')).toBe(1);
    expect(threadsPerCoreIn(cpuInfo(1, 0))).toBe(1);
  });
});
