import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '@ser/models';
import { Recognizer } from '@ser/recognizer';
import { writeSyntheticCorpus } from '@ser/synthetic/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TrainedModel, trainModel } from '../src/trainModel.js';

const emotions = ['neutral', 'happy', 'sad', 'angry', 'fear', 'disgust'] as const;

let corpora: string;
let free: TrainedModel;
beforeAll(async () => {
  corpora = await mkdtemp(join(tmpdir(), 'ser-pretrained-free-'));
  for (const layout of ['emodb', 'crema-d'] as const) {
    await writeSyntheticCorpus(join(corpora, layout), {
      ...{ layout, emotions, speakers: 2, repetitions: 1, seed: 1 },
    });
  }
  free = await trainModel('free', { corpora, engine: await openEngine('tfjs-cpu') });
}, 120_000);
afterAll(() => rm(corpora, { recursive: true, force: true }));

describe('the model free, on generated stand-ins for EmoDB and CREMA-D', () => {
  it('is trained on both corpora, and says so', () => {
    const { labels, trainedOn, usesEncoder } = free.card;
    expect(trainedOn.map(({ corpus }) => corpus)).toEqual(['emodb', 'crema-d']);
    expect(labels).toEqual(emotions);
    expect(usesEncoder).toBe(true);
  });

  it('may be used commercially', () => {
    const page = new TextDecoder().decode(free.files['README.md']);
    expect(page).not.toContain('Not for commercial use');
    expect(page).toContain('npm run pretrained -- free');
  });

  it('is tested by leaving one corpus out', () => {
    const tested = free.card.figures.map(({ corpus }) => corpus);
    expect(new Set(tested)).toEqual(new Set(['emodb', 'crema-d', 'mean']));
  });

  it('can be loaded, with a class profile for sessions', async () => {
    const recognizer = await Recognizer.load(free.files);
    expect(recognizer.classProfile).toHaveLength(6);
    recognizer.dispose();
  });
});
