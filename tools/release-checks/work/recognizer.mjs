import assert from 'node:assert/strict';

export const needs = ['@ser/recognizer', '@ser/recognizer/node', '@ser/models', '@ser/dsp'];

const features = {
  sampleRate: 8000,
  features: [{ name: 'mfcc', nMfcc: 4, nFft: 256 }],
  segment: { duration: 0.5 },
};

/** A tone whose level rises four times a second, like syllables. */
const samples = Float32Array.from({ length: 8000 }, (_, n) => 0.5 * Math.sin(n / 5) * Math.sin(n / 637) ** 2);
const clip = { samples, sampleRate: 8000 };

/** Saves an untrained convolutional network as a recognizer, loads it in several ways, and predicts for a tone and silence. */
export async function work([
  { Recognizer },
  { saveRecognizer },
  { createClassifier, openEngine },
  { Normalizer },
]) {
  const engine = await openEngine('tfjs-wasm');
  const names = ['mfcc0', 'mfcc1', 'mfcc2', 'mfcc3'];
  const normalizer = Normalizer.fit([
    { data: Float32Array.of(0, 1, 2, 3, 4, 5, 6, 7), nFrames: 2, nFeatures: 4, names },
  ]);
  const network = { kind: 'cnn1d', convolutions: [{ filters: 2, kernelSize: 3 }] };
  const classifier = createClassifier(network, { engine, inputShape: [8, 4], nClasses: 2, seed: 1 });
  const card = { recipe: 'none', trainedOn: [], protocol: 'untrained' };
  const members = [{ name: 'cnn1d', features, normalizer, classifier }];
  const recognizer = new Recognizer({ labels: ['calm', 'angry'], members, card });
  await saveRecognizer('model', recognizer);

  const prediction = await recognizer.predict(clip);
  assert.equal(prediction.speech, true);
  const packed = await recognizer.toBytes();
  for (const load of [
    Recognizer.load('model'),
    Recognizer.load('model', { engine: 'tfjs-wasm' }),
    Recognizer.load(packed, { engine }),
  ]) {
    const loaded = await load;
    const [segment] = await loaded.segments(clip, { window: 1 });
    assert.deepEqual(await recognizer.predict(clip), prediction);
    assert.equal(segment.label, prediction.label);
  }
  const silence = await recognizer.predict({ samples: new Float32Array(8000), sampleRate: 8000 });
  assert.equal(silence.reason, 'silence');
  return prediction;
}
