import { describe, expect, it } from 'vitest';
import { ClassTally } from '../../src/scores/classTally.js';

function scoresOf(actual: readonly number[], answers: readonly number[], nClasses: number) {
  const tally = new ClassTally(nClasses);
  const row = (answer: number) => Array.from({ length: nClasses }, (_, label) => (label === answer ? 1 : 0));
  tally.add(answers.flatMap(row), Int32Array.from(actual));
  return tally.scores;
}

describe('ClassTally', () => {
  it('counts the class of the highest probability, the first one at a tie', () => {
    const tally = new ClassTally(3);
    tally.add([0.2, 0.5, 0.3, 0.4, 0.2, 0.4], Int32Array.of(1, 0));
    expect(tally.scores.accuracy).toBe(1);
  });

  it('averages over classes with equal weights', () => {
    // Class 0: 3 of 4 found, 3 of 4 answers right. Class 1: 1 of 2 found, 1 of 2 right.
    expect(scoresOf([0, 0, 0, 0, 1, 1], [0, 0, 0, 1, 0, 1], 2)).toEqual({
      accuracy: 4 / 6,
      precision: 0.625,
      recall: 0.625,
      f1: 0.625,
      uar: 0.625,
    });
  });

  it('counts a class without examples or predictions as 0, and excludes it from the UAR', () => {
    const { precision, recall, f1, uar } = scoresOf([0, 0, 1], [0, 0, 1], 4);
    expect([precision, recall, f1]).toEqual([0.5, 0.5, 0.5]);
    expect(uar).toBe(1);
  });

  it('adds up over batches', () => {
    const tally = new ClassTally(2);
    tally.add([1, 0, 0, 1], Int32Array.of(0, 0));
    tally.add([0, 1], Int32Array.of(1));
    expect(tally.scores).toEqual(scoresOf([0, 0, 1], [0, 1, 1], 2));
  });

  it('gives chance level when all predictions are equal', () => {
    expect(scoresOf([0, 1, 2, 2], [2, 2, 2, 2], 3)).toMatchObject({ accuracy: 0.5, uar: 1 / 3 });
  });
});
