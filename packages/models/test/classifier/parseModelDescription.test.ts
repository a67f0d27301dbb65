import { classifierKinds } from '@ser/classifiers';
import { describe, expect, it } from 'vitest';
import { isNetwork, type ModelDescription, modelKinds } from '../../src/classifier/modelDescription.js';
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
  ])('returns %j', (description) => {
    expect(parseModelDescription(description)).toBe(description);
  });

  it('distinguishes networks from classifiers', () => {
    expect(modelKinds).toEqual([...networkKinds, ...classifierKinds]);
    expect(isNetwork({ kind: 'ridge' })).toBe(false);
    expect(isNetwork({ kind: 'dense', units: [] })).toBe(true);
  });

  it.each([
    [[], '`classifier` must be an object'],
    [{ kind: 'svm' }, "`classifier.kind` must be one of 'cnn1d', "],
    [
      { kind: 'ridge', C: [1] },
      '`classifier.C` is not an option. Use one of kind, regularization, innerFolds, heldOut, balanced, domainMean.',
    ],
    [{ kind: 'ridge', gamma: [1] }, '`classifier.gamma` is not an option'],
    [{ kind: 'ridge', regularization: [] }, '`classifier.regularization` must be at least one number'],
    [
      { kind: 'ridge', regularization: [1, 0] },
      '`classifier.regularization[1]` must be a finite number above 0; got 0',
    ],
    [
      { kind: 'linearSvm', innerFolds: 1 },
      '`classifier.innerFolds` must be an integer from 2 to 1048576; got 1',
    ],
    [
      { kind: 'kernelRidge', gamma: ['scale'] },
      "`classifier.gamma[0]` must be a finite number above 0; got 'scale'",
    ],
    [
      { kind: 'kernelRidge', kernel: 'poly' },
      "`classifier.kernel` must be one of 'rbf', 'arcCosine'; got 'poly'",
    ],
    [
      { kind: 'kernelRidge', kernel: 'arcCosine', gamma: [1] },
      "`classifier.gamma` must be absent with the kernel 'arcCosine', which has no width",
    ],
    [{ kind: 'ridge', kernel: 'rbf' }, '`classifier.kernel` is not an option'],
    [{ kind: 'linearSvm', balanced: 1 }, '`classifier.balanced` must be one of true, false'],
    [{ kind: 'dense', units: [0] }, '.units[0]` must be an integer from 1 to 1048576'],
  ])('rejects %j', (json, message) => {
    const parse = () => parseModelDescription(json);
    expect(parse).toThrow(message);
    expect(parse).toThrow(expect.objectContaining({ code: 'invalid-option' }));
  });
});
