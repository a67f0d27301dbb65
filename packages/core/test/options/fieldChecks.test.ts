import { describe, expect, it } from 'vitest';
import {
  checkFields,
  type FieldChecks,
  nonEmptyListOf,
  objectOf,
  oneOf,
  optional,
  positive,
  positiveInteger,
  share,
  sizeOrPair,
} from '../../src/options/fieldChecks.js';

interface Network {
  readonly kind: 'dense';
  readonly units: readonly number[];
  readonly dropout?: number;
  readonly size?: number | readonly [number, number];
  readonly optimizer?: { readonly learningRate: number };
}

const checks: FieldChecks<Network> = {
  kind: oneOf(['dense']),
  units: nonEmptyListOf(positiveInteger, 'layer'),
  dropout: optional(share),
  size: optional(sizeOrPair),
  optimizer: optional(objectOf({ learningRate: positive })),
};

const check = (json: unknown) => () => checkFields<Network>(json, 'network', checks);

describe('checkFields', () => {
  it('accepts what the checks describe', () => {
    const network = {
      kind: 'dense',
      units: [64, 8],
      dropout: 0.5,
      size: [3, 5],
      optimizer: { learningRate: 0.1 },
    };
    expect(check(network)).not.toThrow();
    expect(check({ kind: 'dense', units: [8] })).not.toThrow();
  });

  it.each([
    ['text', "`network` must be an object; got 'text'."],
    [{ kind: 'cnn', units: [8] }, "`network.kind` must be one of 'dense'; got 'cnn'."],
    [{ kind: 'dense', units: [] }, '`network.units` must be at least one layer; got [].'],
    [{ kind: 'dense', units: [8, 0] }, '`network.units[1]` must be an integer from 1 to 1048576; got 0.'],
    [{ kind: 'dense', units: [8], dropout: 1 }, '`network.dropout` must be a number in [0, 1); got 1.'],
    [
      { kind: 'dense', units: [8], size: [3] },
      '`network.size` must be an integer from 1 to 1048576, or two of them',
    ],
    [
      { kind: 'dense', units: [8], optimizer: { learningRate: 0 } },
      '`network.optimizer.learningRate` must be a finite number above 0; got 0.',
    ],
    [{ kind: 'dense', units: [8], unit: 3 }, '`network.unit` is not an option. Use one of kind, units,'],
  ])('rejects %j by the path of the field', (json, message) => {
    expect(check(json)).toThrow(message);
    expect(check(json)).toThrow(expect.objectContaining({ code: 'invalid-option' }));
  });
});
