import { describe, expect, it } from 'vitest';
import { selectLabels } from '../src/selectLabels.js';
import { utterancesOf, wholeRavdess } from './utterancesOf.js';

describe('selectLabels', () => {
  it('keeps the utterances of the labels, in their order', () => {
    const chosen = selectLabels(wholeRavdess, ['sad', 'neutral']);
    expect(chosen).toHaveLength(192 + 96);
    expect(chosen).toEqual(wholeRavdess.filter(({ emotion }) => emotion === 'sad' || emotion === 'neutral'));
  });

  it('allows a label that is known but not present', () => {
    expect(selectLabels(utterancesOf(['f1']), ['calm'])).toEqual([]);
  });

  it('rejects an unknown label, and names the known ones', () => {
    const select = () => selectLabels(wholeRavdess, ['fearful']);
    expect(select).toThrow(
      "`labels` must contain only known labels; got 'fearful'. " +
        'Use some of angry, boredom, calm, disgust, fear, happy, neutral, sad, surprise.',
    );
    expect(select).toThrow(expect.objectContaining({ code: 'unknown-label' }));
  });

  it.each([[[]], [['sad', 'sad']]])('rejects the list %j', (labels) => {
    expect(() => selectLabels(wholeRavdess, labels)).toThrow(
      expect.objectContaining({ code: 'invalid-option' }),
    );
  });
});
