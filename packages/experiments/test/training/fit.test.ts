import { openEngine } from '@ser/models';
import { describe, expect, it } from 'vitest';
import type { ExtractedClips } from '../../src/features/extractedClips.js';
import { fit } from '../../src/training/fit.js';
import { predict } from '../../src/training/predict.js';
import { labels, utterance } from '../sampleRun.js';
import { tinyMember } from '../tinyRecipe.js';

/** Eight clips with four frames and one feature; every value of clip `n` is `n`. */
const clips: ExtractedClips = {
  utterances: ['01', '02'].flatMap((speaker) => labels.map((label) => utterance(speaker, label))),
  data: Float32Array.from({ length: 32 }, (_, index) => Math.floor(index / 4)),
  nFrames: 4,
  nFeatures: 1,
  names: ['mfcc0'],
  skipped: [],
};
const train = [0, 1, 2, 3];

describe('fit', () => {
  it('uses only the given clips', async () => {
    const engine = await openEngine('tfjs-wasm');
    const changed = { ...clips, data: clips.data.map((value, index) => (index < 16 ? value : 1000)) };
    const histories = [];
    for (const version of [clips, changed]) {
      const { classifier, history } = await fit(version, tinyMember, { train, labels, seed: 1, engine });
      histories.push(history);
      classifier.dispose();
    }
    expect(histories[1]).toEqual(histories[0]);
  });
});

describe('fit of a ridge with `domainMean`', () => {
  it('uses the corpora of the clips as its domains', async () => {
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
      const fitted = await fit(
        version,
        { ...tinyMember, classifier },
        { train: all, labels, seed: 1, engine },
      );
      const [first] = await predict(version, fitted, { test: [0], fold: '1', labels });
      probabilities.push(first!.probabilities);
      fitted.classifier.dispose();
    }
    expect(probabilities[0]).not.toEqual(probabilities[1]);
  });
});
