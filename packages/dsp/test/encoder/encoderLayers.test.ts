import { describe, expect, it } from 'vitest';
import { encoderFeatureNames } from '../../src/encoder/encoderLayers.js';

describe('encoderFeatureNames', () => {
  it('names the means, then the deviations, of each layer', () => {
    const names = encoderFeatureNames();
    expect(names).toHaveLength(3 * 768);
    expect(names[0]).toBe('encoder.layer1.mean.0');
    expect(names[384]).toBe('encoder.layer1.std.0');
    expect(names[768 + 17]).toBe('encoder.layer2.mean.17');
    expect(names[3 * 768 - 1]).toBe('encoder.layer3.std.383');
    expect(new Set(names).size).toBe(names.length);
  });

  it('keeps the order of the layers', () => {
    expect(encoderFeatureNames([3, 1]).filter((name) => name.endsWith('.383'))).toEqual([
      'encoder.layer3.mean.383',
      'encoder.layer3.std.383',
      'encoder.layer1.mean.383',
      'encoder.layer1.std.383',
    ]);
  });

  it('names only the statistics that are asked for, in their order', () => {
    expect(encoderFeatureNames([1, 2], ['mean'])).toHaveLength(2 * 384);
    expect(encoderFeatureNames([3], ['std', 'mean'])[0]).toBe('encoder.layer3.std.0');
    expect(() => encoderFeatureNames([3], ['max' as never])).toThrow(
      '`statistics` must be a list of at least one of',
    );
  });

  it.each([
    [[], '`layers` must be a list of at least one of 1, 2, 3, each at most once; got [].'],
    [[2, 2], 'each at most once; got [2,2].'],
    [[4], 'got [4].'],
    [2, 'got 2.'],
  ])('rejects layers %j', (layers, message) => {
    expect(() => encoderFeatureNames(layers as never)).toThrow(message);
  });
});
