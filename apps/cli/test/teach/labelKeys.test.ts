import { describe, expect, it } from 'vitest';
import { labelKeys } from '../../src/teach/labelKeys.js';

describe('labelKeys', () => {
  it('is the first free letter of each label', () => {
    const labels = ['neutral', 'happy', 'sad', 'angry', 'fear', 'disgust', 'surprise'];
    expect(Object.fromEntries(labelKeys(labels))).toEqual({
      ...{ n: 'neutral', h: 'happy', s: 'sad', a: 'angry', f: 'fear', d: 'disgust', u: 'surprise' },
    });
  });

  it('takes a free letter of the alphabet for a label without one', () => {
    expect(Object.fromEntries(labelKeys(['a', 'b', 'ab', '!']))).toEqual({ a: 'a', b: 'b', c: 'ab', d: '!' });
  });
});
