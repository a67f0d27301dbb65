import { describe, expect, it } from 'vitest';
import { shortNames, valueText } from '../../../src/tune/report/valueText.js';

describe('shortNames', () => {
  it('takes as little of a pointer as tells it from the others', () => {
    const pointers = [
      '/training/batchSize',
      '/classifier/convolutions/0/filters',
      '/classifier/convolutions/1/filters',
      '/classifier/dense/0',
    ];
    expect(Object.values(shortNames(pointers))).toEqual(['batchSize', '0/filters', '1/filters', 'dense/0']);
  });
});

describe('valueText', () => {
  it('shows words as words and the rest as JSON', () => {
    expect(['adam', 0.001, [64], null].map(valueText)).toEqual(['adam', '0.001', '[64]', 'null']);
  });
});
