import { describe, expect, it } from 'vitest';
import { differenceOf } from '../../src/installs/answer.js';

const expected = { label: 'happy', probabilities: { happy: 0.75, sad: 0.25 }, embedding: [3, 4] };

describe('differenceOf', () => {
  it('is 0 for the same answer', () => {
    expect(differenceOf(expected, expected)).toEqual({ probability: 0, embedding: 0 });
  });

  it('is the largest difference of a probability, and the relative distance of the embeddings', () => {
    const found = { label: 'happy', probabilities: { happy: 0.625, sad: 0.375 }, embedding: [3, 4.5] };
    expect(differenceOf(found, expected)).toEqual({ probability: 0.125, embedding: 0.1 });
  });

  it('needs no embedding where only prediction is installed', () => {
    const { label, probabilities } = expected;
    expect(differenceOf({ label, probabilities }, expected).embedding).toBe(0);
  });

  it('rejects another label, an error, and a clip without speech', () => {
    expect(() => differenceOf({ ...expected, label: 'sad' }, expected)).toThrow(
      'Got sad; Node answers happy.',
    );
    expect(() => differenceOf({ ...expected, error: 'no WebAssembly' }, expected)).toThrow('no WebAssembly');
    const silent = { label: 'happy', probabilities: {} };
    expect(() => differenceOf(silent, silent)).toThrow('The clip must contain speech.');
  });

  it('finds a label that is missing', () => {
    const found = { label: 'happy', probabilities: { happy: 0.75 } };
    expect(differenceOf(found, expected).probability).toBeNaN();
  });
});
