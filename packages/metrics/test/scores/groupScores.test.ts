import { describe, expect, it } from 'vitest';
import { groupScores, worstGroup } from '../../src/scores/groupScores.js';
import { scoreAll } from '../../src/scores/scoreAll.js';

const outcome = {
  actual: [0, 0, 1, 1, 0, 1],
  predicted: [0, 0, 1, 0, 1, 1],
  nClasses: 2,
  probabilities: [0.9, 0.1, 0.8, 0.2, 0.1, 0.9, 0.6, 0.4, 0.3, 0.7, 0.2, 0.8],
};
const speakers = ['bob', 'ann', 'bob', 'ann', 'ann', 'bob'];

describe('groupScores', () => {
  it('scores the items of each group by themselves, sorted by name', () => {
    const groups = groupScores(outcome, speakers);
    expect(groups.map(({ group, nItems }) => [group, nItems])).toEqual([
      ['ann', 3],
      ['bob', 3],
    ]);
    expect(groups[1]!.scores.accuracy).toBe(1);
    expect(groups[0]!.scores).toEqual(
      scoreAll({
        actual: [0, 1, 0],
        predicted: [0, 0, 1],
        nClasses: 2,
        probabilities: [0.8, 0.2, 0.6, 0.4, 0.3, 0.7],
      }),
    );
  });

  it('has the chance level of each group, which depends on its classes', () => {
    const three = { actual: [0, 1, 2, 2], predicted: [0, 0, 0, 0], nClasses: 3 };
    const groups = groupScores(three, ['all three', 'all three', 'all three', 'one']);
    expect(groups.map(({ chance }) => chance)).toEqual([1 / 3, 1]);
  });

  it('of one group is the score of all', () => {
    const [all] = groupScores(
      outcome,
      speakers.map(() => 'all'),
    );
    expect(all!.scores).toEqual(scoreAll(outcome));
  });

  it.each([
    ['length-mismatch', 'each of the 6 items; got 1', outcome, ['ann']],
    ['no-items', '`groups` is empty', { actual: [], predicted: [], nClasses: 2 }, []],
  ])('throws %s: %s', (code, fragment, refused, groups) => {
    expect(() => groupScores(refused, groups)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(fragment) }),
    );
  });
});

describe('worstGroup', () => {
  const groups = groupScores(outcome, speakers);

  it('has the lowest score, or the highest loss', () => {
    expect(worstGroup(groups, 'uar')!.group).toBe('ann');
    expect(worstGroup(groups, 'logLoss')!.group).toBe('ann');
  });

  it('is the first of equals', () => {
    expect(worstGroup([groups[1]!, { ...groups[1]!, group: 'zoe' }], 'uar')!.group).toBe('bob');
  });

  it('leaves out groups without a score, and may be undefined', () => {
    const oneClass = groupScores({ actual: [0], predicted: [0], nClasses: 2 }, ['ann']);
    expect(worstGroup([...oneClass, groups[1]!], 'cohenKappa')!.group).toBe('bob');
    expect(worstGroup(oneClass, 'cohenKappa')).toBeUndefined();
    expect(worstGroup(oneClass, 'logLoss')).toBeUndefined();
  });
});
