import type { Utterance } from '@ser/datasets';
import { describe, expect, it } from 'vitest';
import { groupMeasures } from '../../src/measures/groupMeasures.js';
import type { ClipPrediction } from '../../src/training/predict.js';
import { labels, prediction } from '../sampleRun.js';

/** A correct or wrong prediction for a clip. */
function clip(
  speaker: string,
  emotion: string,
  right: boolean,
  told: Partial<Utterance> = {},
): ClipPrediction {
  const plain = prediction(speaker, emotion, right);
  return { ...plain, utterance: { ...plain.utterance, ...told } };
}

const clips = [
  clip('2', 'happy', true, { sex: 'female', text: 'kids' }),
  clip('2', 'sad', false, { sex: 'female', text: 'dogs' }),
  clip('10', 'happy', true, { sex: 'male', text: 'kids' }),
  clip('10', 'sad', true, { sex: 'male', text: 'dogs' }),
  clip('10', 'angry', true, { sex: 'male' }),
];

describe('groupMeasures', () => {
  const { speaker, sex, corpus, sentence } = groupMeasures(clips, labels.length);

  it('scores each group by itself, numbers in numerical order, and names the worst', () => {
    expect(speaker!.groups.map(({ name, clips: n, uar }) => [name, n, uar])).toEqual([
      ['2', 2, 0.5],
      ['10', 3, 1],
    ]);
    expect(speaker!.worst).toBe('2');
    expect(sex!.worst).toBe('female');
    expect(corpus!.groups).toHaveLength(1);
  });

  it('has the chance level of each group, which depends on its emotions', () => {
    expect(speaker!.groups.map(({ chance }) => chance)).toEqual([1 / 2, 1 / 3]);
  });

  it('calls unknown what some clips do not tell', () => {
    expect(sentence!.groups.map(({ name }) => name)).toEqual(['dogs', 'kids', 'unknown']);
  });

  it('leaves out groups without information', () => {
    expect(Object.keys(groupMeasures([prediction('1', 'sad', true)], labels.length))).toEqual([
      'speaker',
      'corpus',
    ]);
  });

  it('puts the corpus before the name where there are several', () => {
    const two = [...clips, clip('2', 'sad', true, { corpus: 'tess', text: 'kids' })];
    const { speaker: speakers, sentence: sentences } = groupMeasures(two, labels.length);
    expect(speakers!.groups.map(({ name }) => name)).toEqual(['ravdess/2', 'ravdess/10', 'tess/2']);
    expect(sentences!.groups.map(({ name }) => name)).toContain('tess/kids');
  });
});
