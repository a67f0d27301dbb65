import { cp, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openEngine } from '@ser/models';
import { Recognizer } from '@ser/recognizer';
import { writeSyntheticCorpus } from '@ser/synthetic/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.js';
import { trainedSpeakers } from '../../src/evaluate/trainedSpeakers.js';
import { evaluationHeadline } from '../../src/report/evaluationPage.js';
import type { ClipPrediction } from '../../src/training/predict.js';
import { utterance } from '../sampleRun.js';
import { freshFolder, rowsOf, runTiny, tinyCorpus } from '../tinyExperiment.js';

describe('evaluate', () => {
  let known: string;
  let larger: string;
  let recognizer: Recognizer;
  let tested: readonly ClipPrediction[];

  beforeAll(async () => {
    known = await tinyCorpus();
    larger = join(await freshFolder(), 'corpus');
    await writeSyntheticCorpus(larger, { speakers: 6, repetitions: 1 });
    const { result } = await runTiny(known, { epochs: 1, split: { kind: 'speaker' } });
    tested = result.predictions;
    recognizer = await Recognizer.load(result.modelFolder!, { engine: await openEngine('tfjs-wasm') });
  });

  afterAll(() => recognizer.dispose());

  it('refuses speakers that the model was trained on, and names them and the option', async () => {
    const [first] = recognizer.card.trainedOn[0]!.speakers;
    const refused = evaluate(recognizer, { data: [{ corpus: 'ravdess', folder: larger }] });
    await expect(refused).rejects.toMatchObject({
      code: 'trained-speakers',
      message: expect.stringMatching(new RegExp(`ravdess/${first}.*allowTrainedSpeakers`, 's')),
    });
  });

  it('tests on them if requested, and says so everywhere', async () => {
    const out = join(await freshFolder(), 'evaluation');
    const data = [{ corpus: 'ravdess', folder: larger }];
    const { metrics } = await evaluate(recognizer, { data, out, allowTrainedSpeakers: true });
    expect(metrics).toMatchObject({ speakerIndependent: false, synthetic: true });
    expect(metrics.trainedSpeakers).toHaveLength(3);
    expect(metrics.protocol).toMatch(/^Speaker-dependent/);
    expect(evaluationHeadline(metrics)).toContain(
      'tested on 6 synthetic voices, 3 of them also used for training',
    );
    expect(await readFile(join(out, 'report.html'), 'utf8')).toContain(
      'The test speakers were also used for training.',
    );
    expect((await readdir(out)).sort()).toEqual(['charts', 'metrics.json', 'predictions.csv', 'report.html']);
    expect(rowsOf(await readFile(join(out, 'predictions.csv'), 'utf8'))).toHaveLength(84);
  });

  it('gives the same probabilities as the run for its test clips', async () => {
    const data = [{ corpus: 'ravdess', folder: known }];
    const { predictions } = await evaluate(recognizer, { data, allowTrainedSpeakers: true });
    const again = new Map(predictions.map(({ utterance, probabilities }) => [utterance.id, probabilities]));
    for (const { utterance, probabilities } of tested) {
      // Batches of another size may sum in another order: 1e-5 leaves a decade over float32 rounding.
      probabilities.forEach((p, label) => expect(again.get(utterance.id)![label]).toBeCloseTo(p, 5));
    }
  });

  it('tests on unseen speakers', async () => {
    const folder = join(await freshFolder(), 'corpus');
    await cp(larger, folder, { recursive: true });
    for (const speaker of recognizer.card.trainedOn[0]!.speakers) {
      await rm(join(folder, `Actor_${speaker}`), { recursive: true });
    }
    const result = await evaluate(recognizer, { data: [{ corpus: 'ravdess', folder }] });
    expect(result.metrics).toMatchObject({ speakerIndependent: true, trainedSpeakers: [], engine: null });
    expect(result.predictions).toHaveLength(42);
    expect(result.folder).toBeUndefined();
    expect(evaluationHeadline(result.metrics)).toMatch(
      /^Trained on 3 synthetic voices and tested on 3 synthetic voices, none of them used for training: /,
    );
  });
});

describe('trainedSpeakers', () => {
  const corpus = { corpus: 'ravdess', title: 'RAVDESS', license: 'CC BY-NC-SA 4.0', speakers: ['01', '03'] };
  const listingOf = (synthetic: boolean) => ({
    corpora: [{ name: 'ravdess', folder: '.', title: 'RAVDESS', license: 'CC BY-NC-SA 4.0', synthetic }],
    utterances: ['03', '02', '01'].map((speaker) => utterance(speaker, 'sad')),
  });
  const card = {
    recipe: 'tiny',
    protocol: 'Speaker-independent.',
    trainedOn: [{ ...corpus, synthetic: false }],
  };

  it('are those of the same corpus and name', () => {
    expect(trainedSpeakers(card, listingOf(false))).toEqual(['ravdess/01', 'ravdess/03']);
  });

  it('are not synthetic voices with the same names', () => {
    expect(trainedSpeakers(card, listingOf(true))).toEqual([]);
  });
});
