import { describe, expect, it } from 'vitest';
import { runSer } from '../runSer.js';

/** A clock that advances by one second each time it is read, so that each engine makes two steps only. */
function slowClock(): () => number {
  let seconds = 0;
  return () => 1000 * seconds++;
}

describe('ser engines', () => {
  it('lists every engine with its speed, and the one that auto selects', async () => {
    const { code, stdout } = await runSer(['engines', '--json'], { now: slowClock() });
    expect(code).toBe(0);
    const { engines, chosen } = JSON.parse(stdout) as {
      engines: { name: string; available: boolean; millisecondsPerStep: number | null }[];
      chosen: string;
    };
    expect(engines.map(({ name }) => name)).toEqual([
      'onnx-node',
      'tfjs-node',
      'onnx-web',
      'tfjs-wasm',
      'tfjs-cpu',
    ]);
    expect(engines.find(({ available }) => available)!.name).toBe(chosen);
    for (const { available, millisecondsPerStep } of engines)
      expect(millisecondsPerStep).toBe(available ? 1000 : null);
  });

  it('marks the one that auto selects in the text', async () => {
    const { stdout } = await runSer(['engines'], { now: slowClock() });
    expect(stdout).toMatch(/^ {2}\S+ +works, selected by auto +1000 ms per step {2}\S/m);
    expect(stdout).toMatch(/^ {2}tfjs-cpu +works +1000 ms per step {2}TensorFlow\.js/m);
  });
});
