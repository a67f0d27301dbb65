import { describe, expect, it } from 'vitest';
import { teachAndTest } from '../../src/teaching/teachAndTest.js';
import type { TestClip } from '../../src/teaching/testSpeaker.js';

const speaker = {
  nClasses: 2,
  profile: [
    [1, -1],
    [-1, 1],
  ],
};

/** A clip of one of two classes that lie apart; the general model prefers class 0. */
function clip(id: string, actual: number): TestClip {
  const row = Float32Array.of(actual === 0 ? 1 : -1, id.length / 10);
  return { id, actual, row, shares: [0.6, 0.4], functionals: { row, shares: [0.4, 0.6] } };
}

const taught = ['a', 'ab', 'abc', 'abcd'].flatMap((id) => [clip(`${id}-0`, 0), clip(`${id}-1`, 1)]);
const tested = [clip('x-0', 0), clip('xyz-0', 0), clip('x-1', 1)];

describe('teachAndTest', () => {
  it('tests the general model if nothing is taught', () => {
    const { hits, support } = teachAndTest(speaker, { taught: [], tested }, {});
    expect([[...hits], [...support]]).toEqual([
      [2, 0],
      [2, 1],
    ]);
  });

  it('recognizes the tested clips after the others were taught', () => {
    expect([...teachAndTest(speaker, { taught, tested }, {}).hits]).toEqual([2, 1]);
    expect([...teachAndTest(speaker, { taught, tested }, { general: false }).hits]).toEqual([2, 1]);
    const view = (one: TestClip) => one.functionals;
    expect([...teachAndTest(speaker, { taught: [], tested }, { view }).hits]).toEqual([0, 1]);
  });

  it('compares the estimate with the UAR', () => {
    const { error } = teachAndTest(speaker, { taught, tested }, { estimates: true });
    expect(error).toEqual({ estimate: 1, actual: 1 });
  });

  it('has no estimate with fewer than three clips per class', () => {
    const few = { taught: taught.slice(0, 5), tested };
    expect(teachAndTest(speaker, few, { estimates: true }).error).toBeUndefined();
  });
});
