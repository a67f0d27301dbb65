import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { saveRecognizer } from '../../src/node.js';
import { Recognizer } from '../../src/recognizer.js';
import { FakeClassifier, memberOf, partsOf } from '../fakes.js';
import { tone } from '../tone.js';

/** Arousal is twice the first feature plus 1, valence is 3. */
const dimensions = {
  names: ['arousal', 'valence'],
  weights: Float32Array.of(2, 0, 0, 0, 0, 0, 0, 0),
  bias: Float32Array.of(1, 3),
};
const withDimensions = (classifier = new FakeClassifier()) =>
  new Recognizer({ ...partsOf(memberOf({ classifier })), dimensions });
const load = { loadClassifier: () => new FakeClassifier() };

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

describe('a recognizer with dimensions', () => {
  it('adds their values to predictions, from the features of the first member', async () => {
    const classifier = new FakeClassifier();
    const recognizer = withDimensions(classifier);
    expect(recognizer.dimensions).toEqual(['arousal', 'valence']);
    const prediction = await recognizer.predict(tone(200), { assumeSpeech: true });
    const first = classifier.received[0]!.data[0]!;
    expect(prediction).toMatchObject({ label: 'middle', dimensions: { arousal: 2 * first + 1, valence: 3 } });
    const silence = await recognizer.predict({ samples: new Float32Array(8000), sampleRate: 8000 });
    expect(silence).not.toHaveProperty('dimensions');
  });

  it('gives the same values after it was saved and loaded', async () => {
    const recognizer = withDimensions();
    const { dimensions: before } = (await recognizer.predict(tone(200), { assumeSpeech: true })) as never;
    const folder = await mkdtemp(join(tmpdir(), 'ser-dimensions-'));
    folders.push(folder);
    await saveRecognizer(folder, recognizer);
    const loaded = await Recognizer.load(folder, load);
    expect(await loaded.predict(tone(200), { assumeSpeech: true })).toMatchObject({ dimensions: before });
    await saveRecognizer(folder, new Recognizer(partsOf(memberOf())));
    expect(await readdir(folder)).not.toContain('dimensions.bin');
    expect((await Recognizer.load(folder, load)).dimensions).toEqual([]);
  });

  it('rejects files that are incomplete', async () => {
    const { 'dimensions.bin': values, ...files } = await withDimensions().toFiles();
    await expect(Recognizer.load(files, load)).rejects.toMatchObject({
      code: 'model-part-missing',
      file: 'dimensions.bin',
    });
    const cut = { ...files, 'dimensions.bin': values!.subarray(4) };
    await expect(Recognizer.load(cut, load)).rejects.toThrow('`dimensions.bin` must have 40 bytes; got 36');
  });

  it.each([
    [{ ...dimensions, names: ['arousal', 'arousal'] }, '`dimensions.names`'],
    [{ ...dimensions, weights: new Float32Array(6) }, '4 numbers, one per feature, for each of the 2 names'],
    [{ ...dimensions, bias: new Float32Array(1) }, '`dimensions.bias`'],
  ])('checks its parts', (wrong, message) => {
    expect(() => new Recognizer({ ...partsOf(memberOf()), dimensions: wrong })).toThrow(message);
  });
});
