import { type Classifier, type Examples, fitFrameEncoder, meanProbabilities } from '@ser/classifiers';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { beforeAll, describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classifier/createClassifier.js';
import { isNetwork, type ModelDescription } from '../../src/classifier/modelDescription.js';
import type { Engine } from '../../src/engine/engine.js';
import { openEngine } from '../../src/engine/openEngine.js';
import type { ExportedMember, ExportedNormalizer } from '../../src/export/exportedRecognizer.js';
import { recognizerToOnnx } from '../../src/export/recognizerToOnnx.js';
import { tones } from '../tones.js';

const nClasses = 3;
const { x, y } = tones(24);
const [n, nFrames, nFeatures] = x.shape as [number, number, number];

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine('tfjs-cpu');
});

const normalizer: ExportedNormalizer = {
  kind: 'train',
  mean: [0.1, -0.2, 1000, 0],
  scale: [0.5, 2, 0.7, 1],
  clip: 2.5,
};
/** What the normalizer makes z-scores of: the third feature has a large mean. */
const features: Examples = {
  ...x,
  data: x.data.map((value, i) => (i % nFeatures === 2 ? value + 1000 : value)),
};

function normalized({ data, shape }: Examples): Examples {
  const { mean, scale, clip = Infinity } = normalizer;
  const scores = data.map((value, i) => {
    const z = (value - mean[i % nFeatures]!) / scale[i % nFeatures]!;
    return Math.min(clip, Math.max(-clip, z));
  });
  return { data: scores, shape };
}

async function trained(description: ModelDescription, z: Examples): Promise<Classifier> {
  const options = { engine, inputShape: z.shape.slice(1), nClasses, seed: 1 };
  const classifier = createClassifier(description, options);
  await classifier.fit(z, y, { seed: 1, ...(isNetwork(description) && { epochs: 1 }) });
  return classifier;
}

async function run(bytes: Uint8Array, feeds: Readonly<Record<string, Examples>>): Promise<Float32Array> {
  const session = await InferenceSession.create(bytes);
  const tensors = Object.entries(feeds).map(([name, { data, shape }]) => [
    name,
    new Tensor('float32', data, [...shape]),
  ]);
  const { probabilities } = await session.run(
    Object.fromEntries(tensors) as Readonly<Record<string, Tensor>>,
  );
  return probabilities!.data as Float32Array;
}

function expectClose(actual: Float32Array, expected: Float32Array): void {
  expect(actual).toHaveLength(expected.length);
  expect(Math.max(...actual.map((value, i) => Math.abs(value - expected[i]!)))).toBeLessThan(1e-6);
}

const inputs = [{ name: 'features', nFrames, nFeatures }];

describe('recognizerToOnnx gives the probabilities of the classifiers within 1e-6', () => {
  it.each([
    { kind: 'ridge' },
    { kind: 'logisticRegression' },
    { kind: 'kernelRidge', kernel: 'rbf' },
    { kind: 'kernelRidge', kernel: 'arcCosine' },
    { kind: 'dense', units: [6] },
    { kind: 'cnn1d', convolutions: [{ filters: 4, kernelSize: 3 }], pooling: 'average' },
  ] as readonly ModelDescription[])('for %o', async (description) => {
    const z = normalized(features);
    const classifier = await trained(description, z);
    const member = { name: 'only', weight: 1, input: 'features', normalizer };
    const bytes = await recognizerToOnnx({
      inputs,
      members: [{ ...member, classifier: await classifier.save() }],
    });
    expectClose(await run(bytes, { features }), await classifier.predictProbabilities(z));
    classifier.dispose();
  });

  it('for the weighted mean of several, restricted to some columns', async () => {
    const z = normalized(features);
    const members: ExportedMember[] = [];
    const all: Float32Array[] = [];
    for (const [name, kind] of Object.entries({ linear: 'ridge', kernel: 'kernelRidge' } as const)) {
      const classifier = await trained({ kind }, z);
      const weight = kind === 'ridge' ? 1 : 3;
      members.push({ name, weight, input: 'features', normalizer, classifier: await classifier.save() });
      all.push(await classifier.predictProbabilities(z));
      classifier.dispose();
    }
    const mean = meanProbabilities(all, [1, 3]);
    expectClose(await run(await recognizerToOnnx({ inputs, members }), { features }), mean);

    const chosen = mean.filter((_, i) => i % nClasses !== 1);
    const restricted = chosen.map((value, i) => value / (chosen[i - (i % 2)]! + chosen[i - (i % 2) + 1]!));
    const bytes = await recognizerToOnnx({ inputs, members, columns: [0, 2] });
    expectClose(await run(bytes, { features }), restricted);
  });

  it('for frames that are encoded as Fisher vectors, of any number', async () => {
    const z = normalized(features);
    const clips = Array.from({ length: n }, (_, i) => ({
      data: z.data.subarray(i * nFrames * nFeatures, (i + 1) * nFrames * nFeatures),
      ...{ nFrames, nFeatures },
    }));
    const description = { kind: 'fisherVectors', nComponents: 3, dimensions: 2 } as const;
    const encoder = await fitFrameEncoder(description, clips, { seed: 1 });
    const rows = { data: new Float32Array(n * encoder.nOutputs), shape: [n, 1, encoder.nOutputs] };
    clips.forEach((clip, i) => rows.data.set(encoder.encode(clip), i * encoder.nOutputs));
    const classifier = await trained({ kind: 'ridge' }, rows);
    const member = { name: 'only', weight: 1, input: 'features', normalizer, encoder: encoder.save() };
    const bytes = await recognizerToOnnx({
      inputs: [{ name: 'features', nFrames: undefined, nFeatures }],
      members: [{ ...member, classifier: await classifier.save() }],
    });
    expectClose(await run(bytes, { features }), await classifier.predictProbabilities(rows));

    const short = {
      data: encoder.encode({ ...clips[0]!, nFrames: 7, data: clips[0]!.data.subarray(0, 28) }),
    };
    const expected = await classifier.predictProbabilities({ ...short, shape: [1, 1, encoder.nOutputs] });
    const seven = { data: features.data.slice(0, 28), shape: [1, 7, nFeatures] };
    expectClose(await run(bytes, { features: seven }), expected);
    classifier.dispose();
  });

  it('for features of whole clips, with metadata', async () => {
    const z = { data: x.data, shape: [n, 1, nFrames * nFeatures] };
    const classifier = await trained({ kind: 'ridge' }, z);
    const bytes = await recognizerToOnnx({
      inputs: [{ name: 'functionals', nFrames: 1, nFeatures: nFrames * nFeatures }],
      members: [
        {
          ...{ name: 'only', weight: 1, input: 'functionals' },
          normalizer: {
            kind: 'train',
            mean: z.data.slice(0, 64).fill(0),
            scale: z.data.slice(0, 64).fill(1),
          },
          classifier: await classifier.save(),
        },
      ],
      metadata: { labels: '["a","b","c"]' },
    });
    const functionals = { data: z.data, shape: [n, nFrames * nFeatures] };
    expectClose(await run(bytes, { functionals }), await classifier.predictProbabilities(z));
    expect(Buffer.from(bytes).toString('latin1')).toContain('["a","b","c"]');
    classifier.dispose();
  });
});
