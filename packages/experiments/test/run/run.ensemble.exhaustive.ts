import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { interrupt, runTiny, tinyCorpus } from '../tinyExperiment.js';
import { ensemble, members } from './tinyEnsemble.js';

let corpus: string;
let tiny: Awaited<ReturnType<typeof runTiny>>;

beforeAll(async () => {
  corpus = await tinyCorpus();
  tiny = await runTiny(corpus, {}, ensemble);
});

describe('a recipe with several members', () => {
  it('gives the same results after an interruption in the training of the final model', async () => {
    const out = await interrupt(
      corpus,
      ensemble,
      (event) =>
        event.type === 'epoch' && event.role === 'main' && event.member === 'cnn' && event.index === 2,
    );
    const { events } = await runTiny(corpus, { out, resume: true }, ensemble);
    const resumed = events.filter((event) => event.type === 'resumed' && event.role === 'main');
    expect(resumed[0]).toMatchObject({ index: 0, member: 'ridge', finished: true });
    const files = ['predictions.csv', 'history.csv', 'source/predictions.csv', 'model/recognizer.json'];
    for (const file of [...files, ...members.map(({ name }) => `model/${name}/weights.bin`)]) {
      expect(await readFile(join(out, file))).toEqual(await readFile(join(tiny.result.folder, file)));
    }
    expect((await readdir(out)).sort()).toEqual((await readdir(tiny.result.folder)).sort());
  });
});
