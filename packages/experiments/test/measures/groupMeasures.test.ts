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

const options = { nClasses: labels.length, seed: 1 };

describe('groupMeasures', () => {
  const { speaker, sex, corpus, sentence } = groupMeasures(clips, options);

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
    expect(Object.keys(groupMeasures([prediction('1', 'sad', true)], options))).toEqual([
      'speaker',
      'corpus',
    ]);
  });

  it('puts the corpus before the name where there are several', () => {
    const two = [...clips, clip('2', 'sad', true, { corpus: 'tess', text: 'kids' })];
    const { speaker: speakers, sentence: sentences } = groupMeasures(two, options);
    expect(speakers!.groups.map(({ name }) => name)).toEqual(['ravdess/2', 'ravdess/10', 'tess/2']);
    expect(sentences!.groups.map(({ name }) => name)).toContain('tess/kids');
  });

  it('has an interval over speakers for each sex, and for the gap between them', () => {
    const many = ['1', '2', '3', '4'].flatMap((speaker, i) => {
      const sex = i < 2 ? 'female' : 'male';
      return labels.flatMap((emotion, e) =>
        [0, 1].map((n) => clip(speaker, emotion, (i + e + n) % 5 > i / 2, { sex })),
      );
    });
    const { groups, gap } = groupMeasures(many, options).sex!;
    for (const { uar, interval } of groups) {
      expect(interval!.low).toBeLessThanOrEqual(uar);
      expect(interval!.high).toBeGreaterThanOrEqual(uar);
    }
    expect([gap!.highest, gap!.lowest]).toEqual(['female', 'male']);
    expect(gap!.difference).toBeCloseTo(groups[0]!.uar - groups[1]!.uar, 12);
    expect(gap!.low).toBeLessThan(gap!.difference);
    expect(gap!.high).toBeGreaterThan(gap!.difference);
  });

  it('has no interval for a group of one speaker', () => {
    expect(sex!.groups.every(({ interval }) => interval === undefined)).toBe(true);
    expect(sex!.gap).toBeUndefined();
  });
});
