import { describe, expect, it } from 'vitest';
import {
  type FrameEncoderDescription,
  parseFrameEncoderDescription,
} from '../../src/fisherVectors/frameEncoderDescription.js';

describe('parseFrameEncoderDescription', () => {
  it.each<FrameEncoderDescription>([
    { kind: 'fisherVectors' },
    { kind: 'fisherVectors', nComponents: 4, dimensions: 3, framesFitted: 300, bound: 2, clip: 1.5 },
  ])('returns %j', (json) => {
    expect(parseFrameEncoderDescription(json)).toBe(json);
  });

  it.each([
    [[], '`encoding` must be an object'],
    [{ kind: 'bag' }, "`encoding.kind` must be one of 'fisherVectors'; got 'bag'."],
    [
      { kind: 'fisherVectors', K: 3 },
      '`encoding.K` is not an option. Use one of kind, nComponents, dimensions,',
    ],
    [
      { kind: 'fisherVectors', nComponents: 0 },
      '`encoding.nComponents` must be an integer from 1 to 1048576; got 0.',
    ],
    [
      { kind: 'fisherVectors', dimensions: 1.5 },
      '`encoding.dimensions` must be an integer from 1 to 1048576',
    ],
    [
      { kind: 'fisherVectors', framesFitted: '9' },
      '`encoding.framesFitted` must be an integer from 1 to 1048576',
    ],
    [{ kind: 'fisherVectors', bound: -1 }, '`encoding.bound` must be a finite number above 0'],
    [{ kind: 'fisherVectors', clip: 0 }, '`encoding.clip` must be a finite number above 0'],
  ])('rejects %j', (json, message) => {
    expect(() => parseFrameEncoderDescription(json)).toThrow(message);
    expect(() => parseFrameEncoderDescription(json)).toThrow(
      expect.objectContaining({ code: 'invalid-option' }),
    );
  });
});
