import { describe, expect, it } from 'vitest';
import { pointerParts, valueAt, withValueAt } from '../../src/recipe/jsonPointer.js';

const json = { training: { epochs: 5 }, dense: [64, 32], 'a/b~c': 1 };

describe('pointerParts', () => {
  it('parts at slashes, and restores those that stand for themselves', () => {
    expect(pointerParts('/dense/1')).toEqual(['dense', '1']);
    expect(pointerParts('/a~1b~0c')).toEqual(['a/b~c']);
  });

  it.each(['', 'training', 'training.epochs', '/a~b'])('knows that %j is no pointer to a part', (text) => {
    expect(pointerParts(text)).toBeUndefined();
  });
});

describe('valueAt', () => {
  it('finds members and items, and nothing where nothing is', () => {
    expect(valueAt(json, ['dense', '1'])).toBe(32);
    expect(valueAt(json, ['a/b~c'])).toBe(1);
    expect(valueAt(json, ['dense', '2'])).toBeUndefined();
    expect(valueAt(json, ['training', 'epochs', '0'])).toBeUndefined();
    expect(valueAt(json, ['constructor'])).toBeUndefined();
  });
});

describe('withValueAt', () => {
  it('changes a copy, in one place', () => {
    expect(withValueAt(json, ['dense', '0'], 8)).toEqual({ ...json, dense: [8, 32] });
    expect(withValueAt(json, ['training'], 'none')).toEqual({ ...json, training: 'none' });
    expect(json.dense).toEqual([64, 32]);
  });

  it('adds nothing where nothing is', () => {
    expect(withValueAt(json, ['dense', '2'], 8)).toEqual(json);
  });
});
