import { findCorpus } from '@ser/datasets';
import { describe, expect, it } from 'vitest';
import { castVoice } from '../../src/corpus/castVoice.js';
import type { SyntheticEmotion } from '../../src/synthesis/emotionStyles.js';
import { findLayout, type SyntheticLayoutName } from '../../src/layouts/layouts.js';
import { planSyntheticCorpus } from '../../src/corpus/syntheticCorpusPlan.js';

const names: readonly SyntheticLayoutName[] = ['ravdess', 'crema-d', 'savee', 'tess', 'emodb'];

describe.each(names)('the layout of %s with all speakers and emotions', (name) => {
  const layout = findLayout(name);
  const corpus = findCorpus(name);
  const emotions = Object.keys(layout.emotionCodes) as SyntheticEmotion[];
  const plan = planSyntheticCorpus({
    layout,
    speakers: layout.speakers.length,
    emotions,
    repetitions: Math.min(layout.maxRepetitions, 10),
  });

  it('gives every clip its own name', () => {
    expect(new Set(plan.map(({ file }) => file)).size).toBe(plan.length);
  });

  it("is read correctly by the corpus's parser", () => {
    for (const { file, speaker, emotion } of plan) {
      const { name, sex } = layout.speakers[speaker - 1]!;
      expect(corpus.irregularity!(file)).toBeUndefined();
      expect(corpus.parse(file)).toMatchObject({ speaker: name, sex, emotion });
    }
  });

  it('has every speaker of the corpus, with a voice of the right sex', () => {
    expect(new Set(plan.map(({ speaker }) => speaker)).size).toBe(corpus.expectedSpeakers);
    for (const [i, { sex }] of layout.speakers.entries()) expect(castVoice(7, name, i + 1).sex).toBe(sex);
  });

  it('uses names of the published corpus, if they are known', () => {
    const published = new Set(corpus.expectedFiles?.() ?? plan.map(({ file }) => file));
    expect(plan.filter(({ file }) => !published.has(file))).toEqual([]);
  });

  it('has all emotions of the corpus except those that the synthesizer lacks', () => {
    const lacking = corpus.labels.filter((label) => !Object.hasOwn(layout.emotionCodes, label));
    expect(['calm', 'boredom']).toEqual(expect.arrayContaining(lacking));
  });
});
