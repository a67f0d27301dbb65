import { describe, expect, it } from 'vitest';
import type { Normalization } from '../../src/recipe/normalization.js';
import { normalizationSentence, normalizationSummary } from '../../src/recipe/normalizationSummary.js';
import { tinyMember } from '../tinyRecipe.js';

describe('normalizationSentence', () => {
  it('says for each scope whether test clips are used', () => {
    expect(normalizationSentence({ scope: 'train' })).toContain('test clips are not used');
    const bySpeaker = normalizationSentence({ scope: 'speaker', clip: 3 });
    expect(bySpeaker).toContain('test speakers by their unlabeled test clips');
    expect(bySpeaker).toContain('Z-scores beyond ±3 are set to ±3.');
    const average = normalizationSentence({ scope: 'speaker', unseenSpeakers: 'average' });
    expect(average).toContain('test clips are not used');
  });
});

describe('normalizationSummary', () => {
  const summaryOf = (...all: readonly Normalization[]) =>
    normalizationSummary({
      members: all.map((normalize, i) => ({ ...tinyMember, name: `m${i}`, normalize })),
    });

  it('is that of the members if they all do the same', () => {
    expect(summaryOf({ scope: 'speaker' }, { scope: 'speaker' })).toEqual({
      scope: 'speaker',
      clip: null,
      unseenSpeakers: 'own',
      sentence: normalizationSentence({ scope: 'speaker' }),
    });
  });

  it('names the members if they differ, and never hides that test clips were used', () => {
    const mixed = summaryOf(
      { scope: 'train' },
      { scope: 'speaker', unseenSpeakers: 'average' },
      { scope: 'speaker', clip: 3 },
    );
    expect(mixed).toMatchObject({ scope: 'several', clip: null, unseenSpeakers: 'own' });
    expect(mixed.sentence).toMatch(/^For m0: .* For m1: .* For m2: .*unlabeled test clips.*±3/);
    const limited = summaryOf({ scope: 'train' }, { scope: 'train', clip: 3 }, { scope: 'train' });
    expect(limited).toMatchObject({ scope: 'train', clip: null, unseenSpeakers: null });
    expect(limited.sentence).toMatch(/^For m0 and m2: [^±]* For m1: .*±3/);
    expect(summaryOf({ scope: 'train' }, { scope: 'clip' }).unseenSpeakers).toBeNull();
    expect(
      summaryOf({ scope: 'train' }, { scope: 'speaker', unseenSpeakers: 'average' }).unseenSpeakers,
    ).toBe('average');
  });
});
