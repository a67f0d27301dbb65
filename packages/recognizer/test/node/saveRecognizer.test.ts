import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fitFrameEncoder } from '@ser/classifiers';
import { createFeaturePlan, Normalizer } from '@ser/dsp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveRecognizer } from '../../src/node/saveRecognizer.js';
import { Recognizer } from '../../src/recognizer.js';
import { FakeClassifier, features, memberOf, partsOf } from '../fakes.js';
import { fixtureFolder } from '../fixtures.js';
import { tone } from '../tone.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ser-save-'));
});
afterAll(() => rm(folder, { recursive: true }));

const filesIn = async (path: string) =>
  (await readdir(path, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();

describe('saveRecognizer', () => {
  it('writes a folder for each classifier, one description of all, and a model card', async () => {
    const recognizer = await Recognizer.load(fixtureFolder('version-2-ensemble'));
    await saveRecognizer(join(folder, 'new'), recognizer);
    expect((await readdir(join(folder, 'new'), { recursive: true })).sort()).toEqual([
      'README.md',
      'network',
      'network/model.json',
      'network/weights.bin',
      'recognizer.json',
      'ridge',
      'ridge/model.json',
      'ridge/weights.bin',
    ]);
    expect(await readFile(join(folder, 'new/README.md'), 'utf8')).toContain('# Speech emotion model: tones');
  });

  it('replaces another model, also of an older version, and leaves other files', async () => {
    const place = join(folder, 'replaced');
    const old = ['model.json', 'recognizer.json', 'weights.bin'];
    await mkdir(place);
    for (const file of old) {
      await writeFile(join(place, file), await readFile(join(fixtureFolder('version-2'), file)));
    }
    await writeFile(join(place, 'notes.txt'), 'mine');
    const recognizer = await Recognizer.load(place);
    await saveRecognizer(place, recognizer);
    const loaded = await Recognizer.load(place);
    expect(await loaded.predict(tone(440))).toEqual(await recognizer.predict(tone(440)));
    expect((await readdir(place)).sort()).toEqual([
      'README.md',
      'classifier',
      'notes.txt',
      'recognizer.json',
    ]);
  });

  it('keeps the old model if the new one cannot be written', async () => {
    const place = join(folder, 'kept');
    const recognizer = await Recognizer.load(fixtureFolder('version-2-ensemble'));
    await saveRecognizer(place, recognizer);
    await mkdir(join(place, 'ridge/.weights.bin.saving')); // where the temporary file would be
    const other = new Recognizer(partsOf(memberOf({ name: 'ridge' })));
    await expect(saveRecognizer(place, other)).rejects.toMatchObject({ code: 'EISDIR' });
    const loaded = await Recognizer.load(place);
    expect(await loaded.predict(tone(440))).toEqual(await recognizer.predict(tone(440)));
  });

  it('writes the encoder of frames beside its classifier', async () => {
    const frames = { ...features, functionals: undefined };
    const extractor = createFeaturePlan(frames);
    const clips = [200, 400, 800].map((hertz) => extractor.extract(tone(hertz)));
    const normalizer = Normalizer.fit(clips);
    const normalized = clips.map((clip) => normalizer.apply(clip));
    const encoder = await fitFrameEncoder({ kind: 'fisherVectors', nComponents: 2 }, normalized, { seed: 1 });
    const classifier = Object.assign(new FakeClassifier(), { inputShape: [1, encoder.nOutputs] });
    const member = memberOf({ name: 'frames', features: frames, normalizer, encoder, classifier });
    await saveRecognizer(join(folder, 'encoded'), new Recognizer(partsOf(member)));
    expect(await filesIn(join(folder, 'encoded/frames'))).toEqual([
      'encoder.bin',
      'encoder.json',
      'model.json',
      'weights.bin',
    ]);
    await Recognizer.load(join(folder, 'encoded'), { loadClassifier: () => classifier }).then((loaded) =>
      loaded.predict(tone(300)),
    );
    expect(classifier.received[0]!.data).toEqual(
      encoder.encode(normalizer.apply(extractor.extract(tone(300)))),
    );

    await writeFile(join(folder, 'encoded/frames/encoder.bin'), 'short');
    await expect(
      Recognizer.load(join(folder, 'encoded'), { loadClassifier: () => classifier }),
    ).rejects.toMatchObject({ code: 'model-corrupt', file: join(folder, 'encoded/frames/encoder.bin') });
  });
});
