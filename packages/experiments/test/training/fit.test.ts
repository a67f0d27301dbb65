import { openEngine } from '@ser/models';
import { describe, expect, it } from 'vitest';
import type { ExtractedClips } from '../../src/features/extract.js';
import { fit } from '../../src/training/fit.js';
import { foldRows } from '../../src/training/foldRows.js';
import { fitNormalizer } from '../../src/training/normalize/fitNormalizer.js';
import { normalise } from '../../src/training/normalize/normalize.js';
import { predict } from '../../src/training/predict.js';
import { labels, utterance } from '../sampleRun.js';
import { tinyJson, tinyRecipe } from '../tinyExperiment.js';

/** Eight clips of four frames and one feature; every value of clip `n` is `n`. */
const clips: ExtractedClips = {
  utterances: ['01', '02'].flatMap((speaker) => labels.map((label) => utterance(speaker, label))),
  data: Float32Array.from({ length: 32 }, (_, index) => Math.floor(index / 4)),
  nFrames: 4,
  nFeatures: 1,
  names: ['mfcc0'],
  skipped: [],
};
const train = [0, 1, 2, 3];

describe('normalise', () => {
  it('brings the training clips to mean 0 and deviation 1', () => {
    const { data, shape } = normalise(clips, train, fitNormalizer(clips, train));
    expect(shape).toEqual([4, 4, 1]);
    expect(data.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 6);
    expect(data.reduce((sum, value) => sum + value ** 2, 0) / data.length).toBeCloseTo(1, 6);
  });

  it('takes its mean and deviation from the training clips alone', () => {
    const { mean } = fitNormalizer(clips, train).forUnseenSpeakers;
    expect(mean[0]).toBe(1.5);
    const changed = { ...clips, data: clips.data.map((value, index) => (index < 16 ? value : 1000)) };
    expect(fitNormalizer(changed, train).forUnseenSpeakers).toEqual(fitNormalizer(clips, train).forUnseenSpeakers);
  });
});

describe('fit', () => {
  it('never looks at a clip it is not given', async () => {
    const engine = await openEngine('tfjs-wasm');
    const changed = { ...clips, data: clips.data.map((value, index) => (index < 16 ? value : 1000)) };
    const histories = [];
    for (const version of [clips, changed]) {
      const { classifier, history } = await fit(version, tinyRecipe, { train, engine });
      histories.push(history);
      classifier.dispose();
    }
    expect(histories[1]).toEqual(histories[0]);
  });
});

describe('fit of a ridge with `domainMean`', () => {
  it('takes the corpora of the clips as its domains', async () => {
    const engine = await openEngine('tfjs-cpu');
    const classifier = { kind: 'ridge', regularization: [1], domainMean: true } as const;
    const twoCorpora: ExtractedClips = {
      ...clips,
      data: clips.data.map((value, index) => value + (index < 16 ? 0 : (index % 3) * 5)),
      utterances: clips.utterances.map((one, row) => (row < 4 ? one : { ...one, corpus: 'emodb' })),
    };
    const probabilities = [];
    for (const version of [twoCorpora, { ...twoCorpora, utterances: clips.utterances }]) {
      const all = [...clips.utterances.keys()];
      const fitted = await fit(version, { ...tinyJson, classifier }, { train: all, engine });
      const [first] = await predict(version, fitted, { test: [0], fold: '1', labels });
      probabilities.push(first!.probabilities);
      fitted.classifier.dispose();
    }
    expect(probabilities[0]).not.toEqual(probabilities[1]);
  });
});

describe('foldRows', () => {
  const fold = {
    name: '1',
    train: ['ravdess/neutral-01-1'],
    validation: [],
    test: ['ravdess/sad-02-1', 'gone'],
  };

  it('finds the clips of a fold, without those that were skipped', () => {
    expect(foldRows(fold, clips)).toEqual({ name: '1', train: [0], validation: [], test: [6] });
  });

  it('refuses a fold whose test clips were all skipped', () => {
    expect(() => foldRows({ ...fold, test: ['gone'] }, clips)).toThrow(
      expect.objectContaining({ code: 'too-few-clips', message: expect.stringContaining('`test` side') }),
    );
  });
});
