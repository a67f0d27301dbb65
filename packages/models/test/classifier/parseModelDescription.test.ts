import { classifierKinds } from '@ser/classifiers';
import { describe, expect, it } from 'vitest';
import { type ModelDescription, modelKinds, isNetwork } from '../../src/classifier/modelDescription.js';
import { parseModelDescription } from '../../src/classifier/parseModelDescription.js';
import { networkKinds } from '../../src/network/networkDescription.js';

describe('parseModelDescription', () => {
  it.each<ModelDescription>([
    { kind: 'ridge' },
    { kind: 'ridge', regularization: [1], innerFolds: 5, balanced: false },
    { kind: 'kernelRidge', gamma: [0.1, 1] },
    { kind: 'kernelRidge', kernel: 'rbf', gamma: [0.1] },
    { kind: 'kernelRidge', kernel: 'arcCosine', regularization: [3] },
    { kind: 'logisticRegression', regularization: [0.01, 100] },
    { kind: 'linearSvm' },
    { kind: 'dense', units: [8] },
  ])('gives back %j', (description) => {
    expect(parseModelDescription(description)).toBe(description);
  });

  it('knows networks and closed forms apart', () => {
    expect(modelKinds).toEqual([...networkKinds, ...classifierKinds]);
    expect(isNetwork({ kind: 'ridge' })).toBe(true);
    expect(isNetwork({ kind: 'dense', units: [] })).toBe(false);
  });

  it.each([
    [[], 'Expected `classifier` to be an object'],
    [{ kind: 'svm' }, "Expected `classifier.kind` to be one of 'cnn1d', "],
    [
      { kind: 'ridge', C: [1] },
      'Unknown option `classifier.C`. Known: kind, regularization, innerFolds, balanced, domainMean.',
    ],
    [{ kind: 'ridge', gamma: [1] }, 'Unknown option `classifier.gamma`'],
    [{ kind: 'ridge', regularization: [] }, 'Expected `classifier.regularization` to be at least one number'],
    [
      { kind: 'ridge', regularization: [1, 0] },
      'Expected `classifier.regularization[1]` to be a number > 0, got `0`',
    ],
    [{ kind: 'linearSvm', innerFolds: 1 }, 'Expected `classifier.innerFolds` to be an integer >= 2, got `1`'],
    [
      { kind: 'kernelRidge', gamma: ['scale'] },
      "Expected `classifier.gamma[0]` to be a number > 0, got `'scale'`",
    ],
    [
      { kind: 'kernelRidge', kernel: 'poly' },
      "Expected `classifier.kernel` to be one of 'rbf', 'arcCosine', got `'poly'`",
    ],
    [{ kind: 'kernelRidge', kernel: 'arcCosine', gamma: [1] }, "The kernel 'arcCosine' has no width"],
    [{ kind: 'ridge', kernel: 'rbf' }, 'Unknown option `classifier.kernel`'],
    [{ kind: 'linearSvm', balanced: 1 }, 'Expected `classifier.balanced` to be one of true, false'],
    [{ kind: 'dense', units: [0] }, '.units[0]` to be an integer >= 1'],
  ])('refuses %j', (json, message) => {
    const parse = () => parseModelDescription(json);
    expect(parse).toThrow(message);
    expect(parse).toThrow(expect.objectContaining({ code: 'invalid-network' }));
  });
});
