import { Normalizer } from '@ser/dsp';
import { createClassifier } from '@ser/classifiers';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { huggingFaceFiles } from '../../src/export/huggingFaceFiles.js';
import { Recognizer } from '../../src/recognizer.js';
import { card, features, labels, memberOf, names, partsOf } from '../fakes.js';
import { tone } from '../tone.js';

const clips = [200, 300, 400, 500, 600, 700].map((frequency) => tone(frequency));

async function trained(kind: 'ridge' | 'kernelRidge'): Promise<Recognizer> {
  const { createFeaturePlan, stack } = await import('@ser/dsp');
  const plan = createFeaturePlan(features);
  const extracted = clips.map((clip) => plan.extract(clip));
  const normalizer = Normalizer.fit(extracted);
  const classifier = createClassifier({ kind }, { inputShape: [1, 4], nClasses: 3 });
  const x = stack(extracted.map((one) => normalizer.apply(one)));
  await classifier.fit(x, Int32Array.of(0, 0, 1, 1, 2, 2), {});
  return new Recognizer(
    partsOf(memberOf({ name: kind === 'ridge' ? 'linear' : 'kernel', normalizer, classifier })),
  );
}

/** The probabilities of the ONNX file for the features of a clip. */
async function onnxProbabilities(bytes: Uint8Array, clip: ReturnType<typeof tone>): Promise<Float32Array> {
  const { createFeaturePlan } = await import('@ser/dsp');
  const { data } = createFeaturePlan(features).extract(clip);
  const session = await InferenceSession.create(bytes);
  const { probabilities } = await session.run({ features: new Tensor('float32', data, [1, 4]) });
  return probabilities!.data as Float32Array;
}

describe('Recognizer.toOnnx', () => {
  it.each(['ridge', 'kernelRidge'] as const)('gives the probabilities of a %s recognizer', async (kind) => {
    const recognizer = await trained(kind);
    const bytes = await recognizer.toOnnx();
    for (const clip of clips) {
      const { probabilities } = await recognizer.predict(clip, { assumeSpeech: true });
      const actual = await onnxProbabilities(bytes, clip);
      Object.values(probabilities).forEach((value, i) => expect(actual[i]).toBeCloseTo(value, 6));
    }
  });

  it('restricts the labels', async () => {
    const recognizer = (await trained('ridge')).restrictTo(['high', 'low']);
    const { probabilities } = await recognizer.predict(clips[0]!, { assumeSpeech: true });
    const actual = await onnxProbabilities(await recognizer.toOnnx(), clips[0]!);
    expect(actual[0]).toBeCloseTo(probabilities['high']!, 6);
    expect(actual[1]).toBeCloseTo(probabilities['low']!, 6);
  });

  it('stores the labels, the sample rate, and the features as metadata', async () => {
    const text = Buffer.from(await (await trained('ridge')).toOnnx()).toString('utf8');
    expect(text).toContain(JSON.stringify(labels));
    expect(text).toContain(JSON.stringify({ features: names }));
    expect(text).toMatch(/sample_rate..8000/);
    expect(text).toContain('"nMfcc":4');
  });
});

describe('Recognizer.toOnnx rejects', () => {
  it('a taught model', async () => {
    const { labels: all, members, card: about } = partsOf(memberOf());
    const taught = new Recognizer({ labels: all, members, card: about, taught: { clips: [] } });
    await expect(taught.toOnnx()).rejects.toMatchObject({ code: 'invalid-option' });
  });
});

describe('huggingFaceFiles', () => {
  it('writes the files of a repository', async () => {
    const files = await huggingFaceFiles(await trained('ridge'));
    expect(Object.keys(files)).toEqual([
      'config.json',
      'preprocessor_config.json',
      'onnx/model.onnx',
      'README.md',
    ]);
    const text = (name: string) => new TextDecoder().decode(files[name]);
    expect(JSON.parse(text('config.json'))).toMatchObject({
      id2label: { '0': 'low', '1': 'middle', '2': 'high' },
      label2id: { low: 0, middle: 1, high: 2 },
    });
    expect(JSON.parse(text('preprocessor_config.json'))).toMatchObject({
      sampling_rate: 8000,
      features: [{ features: [{ name: 'mfcc', nMfcc: 4 }] }],
    });
    expect(text('README.md')).toMatch(
      /^---\nlicense: other\nlicense_name: "CC0"\npipeline_tag: audio-classification\n/,
    );
    expect(text('README.md')).toContain(`# Speech emotion model: ${card.recipe}`);
  });
});
