import { findCorpus } from '@ser/datasets';
import { describe, expect, it } from 'vitest';
import { castVoice } from '../src/castVoice.js';
import type { SyntheticEmotion } from '../src/emotionStyles.js';
import type { SyntheticLayoutName } from '../src/layouts/syntheticLayouts.js';
import { findLayout } from '../src/layouts/syntheticLayouts.js';
import { planSyntheticCorpus } from '../src/syntheticCorpusPlan.js';

const names: readonly SyntheticLayoutName[] = ['ravdess', 'crema-d', 'savee', 'tess', 'emodb'];

describe.each(names)('the layout of %s, at its fullest', (name) => {
  const layout = findLayout(name);
  const corpus = findCorpus(name);
  const emotions = Object.keys(layout.emotionCodes) as SyntheticEmotion[];
  const plan = planSyntheticCorpus({
    layout,
    speakers: layout.cast.length,
    emotions,
    repetitions: Math.min(layout.maxRepetitions, 10),
  });

  it('names no two clips alike', () => {
    expect(new Set(plan.map(({ file }) => file)).size).toBe(plan.length);
  });

  it("is read by the corpus's parser as it was meant", () => {
    for (const { file, speaker, emotion } of plan) {
      const { name, sex } = layout.cast[speaker - 1]!;
      expect(corpus.irregularity!(file)).toBeUndefined();
      expect(corpus.parse(file)).toMatchObject({ speaker: name, sex, emotion });
    }
  });

  it('has every speaker of the corpus, with a voice of the right sex', () => {
    expect(new Set(plan.map(({ speaker }) => speaker)).size).toBe(corpus.expectedSpeakers);
    for (const [i, { sex }] of layout.cast.entries()) expect(castVoice(7, name, i + 1).sex).toBe(sex);
  });

  it('uses names of the published corpus, where these are known', () => {
    const published = new Set(corpus.expectedFiles?.() ?? plan.map(({ file }) => file));
    expect(plan.filter(({ file }) => !published.has(file))).toEqual([]);
  });

  it('has all its emotions but those that the synthesiser lacks', () => {
    const lacking = corpus.labels.filter((label) => !Object.hasOwn(layout.emotionCodes, label));
    expect(['calm', 'boredom']).toEqual(expect.arrayContaining(lacking));
  });
});
