import { createFeaturePlan } from '@ser/dsp';
import { createClassifier, openEngine } from '@ser/models';
import { Normalizer } from '@ser/dsp';
import { Recognizer } from '@ser/recognizer';

const sampleRate = 16_000;
/** Those of the general model. */
const groups = ['mel', 'mfcc', 'spectrum', 'contrast', 'energy', 'f0', 'hnr', 'rhythm'];
const features = { sampleRate, features: [{ name: 'functionals', frontEnd: 'invariant', groups }] };

/** A tone that swells four times a second, as speech does. */
function syllables(frequency, seconds, rate = sampleRate) {
  return Float32Array.from({ length: seconds * rate }, (_, i) => {
    return 0.5 * Math.sin((4 * Math.PI * i) / rate) ** 2 * Math.sin((2 * Math.PI * frequency * i) / rate);
  });
}

async function untrained(engine) {
  const { names, nFeatures } = createFeaturePlan(features);
  const [mean, scale] = [0, 100].map((value) => names.map(() => value));
  const normalizer = Normalizer.fromJSON({ kind: 'train', names, mean, scale });
  const network = { kind: 'dense', units: [] };
  const classifier = createClassifier(network, { engine, inputShape: [1, nFeatures], nClasses: 3, seed: 1 });
  const card = { recipe: 'untrained', trainedOn: [], protocol: 'never measured' };
  const members = [{ name: 'dense', features, normalizer, classifier }];
  return new Recognizer({ labels: ['low', 'middle', 'high'], members, card });
}

/**
 * Packs a recognizer and loads it from the bytes, lets it hear a clip, a stream in pieces of a worklet and the same as a
 * whole, and silence: the same in a worker of a browser and in Node.
 */
export async function recognizeTones() {
  const engine = await openEngine('onnx-web', { threads: 1 });
  const made = await untrained(engine);
  const recognizer = await Recognizer.load(await made.toBytes(), { engine });
  const samples = syllables(300, 5, 48_000);
  const cut = { window: 2, hop: 0.7 };
  /** @type {import("@ser/recognizer").Segment[]} */
  const streamed = [];
  const pieces = Array.from({ length: Math.ceil(samples.length / 128) }, (_, i) =>
    samples.subarray(128 * i, 128 * (i + 1)),
  );
  for await (const segment of recognizer.stream(pieces, { sampleRate: 48_000, ...cut }))
    streamed.push(segment);
  const whole = await recognizer.segments({ samples, sampleRate: 48_000 }, cut);
  const clip = { samples: syllables(900, 3), sampleRate };
  const missing = await Recognizer.load('nowhere/', { engine }).catch(({ code }) => code);
  return {
    prediction: await recognizer.predict(clip),
    silence: await recognizer.predict({ samples: new Float32Array(sampleRate), sampleRate }),
    streamed,
    isStreamWhole: JSON.stringify(streamed) === JSON.stringify(whole),
    missing,
  };
}
