import { SerError } from '@ser/core';
import { createFeaturePlan, type FeatureDescription, Normalizer } from '@ser/dsp';
import { openFeatures } from '@ser/encoder';
import { createClassifier, type Engine, openEngine } from '@ser/models';
import { Recognizer } from '@ser/recognizer';

/** The recognizer to measure, and a description of it. */
export interface LiveRecognizer {
  readonly recognizer: Recognizer;
  readonly what: string;
}

/**
 * The general model or, if it is not installed, an untrained one with functionals.
 *
 * @param threads of the classifier and the encoder
 */
export async function liveRecognizer(threads: number): Promise<LiveRecognizer> {
  const engine = await openEngine('auto', { threads });
  try {
    const recognizer = await Recognizer.general({
      engine,
      openFeatures: (features) => openFeatures(features, { threads, offline: true }),
    });
    return { recognizer, what: `general, ${engine.description}` };
  } catch (error) {
    if (!(error instanceof SerError) || error.code !== 'package-missing') throw error;
    return {
      recognizer: untrained(engine),
      what: `untrained, invariant functionals, ${engine.description}`,
    };
  }
}

const groups = ['mel', 'mfcc', 'spectrum', 'contrast', 'energy', 'f0', 'hnr', 'rhythm'] as const;
const features: FeatureDescription = {
  sampleRate: 16_000,
  features: [{ name: 'functionals', frontEnd: 'invariant', groups }],
};

function untrained(engine: Engine): Recognizer {
  const extractor = createFeaturePlan(features);
  const { nFeatures } = extractor;
  const clip = { samples: liveSound(3, features.sampleRate), sampleRate: features.sampleRate };
  const normalizer = Normalizer.fit([extractor.extract(clip)]);
  const inputShape = [1, nFeatures];
  const network = { kind: 'dense', units: [] } as const;
  const classifier = createClassifier(network, { engine, inputShape, nClasses: 7, seed: 1 });
  const labels = ['neutral', 'happy', 'sad', 'angry', 'fear', 'disgust', 'surprise'];
  const card = { recipe: 'untrained', trainedOn: [], protocol: 'not evaluated' };
  const members = [{ name: 'dense', features, normalizer, classifier }];
  return new Recognizer({ labels, members, card });
}

/** Speech-like sound: a harmonic voice with varying pitch in syllables, with pauses and a little noise. */
export function liveSound(seconds: number, sampleRate: number): Float32Array {
  let phase = 0;
  let state = 1;
  return Float32Array.from({ length: Math.round(seconds * sampleRate) }, (_, i) => {
    const time = i / sampleRate;
    phase += (2 * Math.PI * (140 + 40 * Math.sin(2 * Math.PI * 0.6 * time))) / sampleRate;
    const isPause = time % 5 > 4;
    const syllable = isPause ? 0 : Math.sin(2 * Math.PI * 2.2 * time) ** 2;
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const voice = [1, 2, 3, 4, 5, 6, 7, 8].reduce((sum, k) => sum + Math.sin(k * phase) / k, 0);
    return 0.2 * syllable * voice + 0.002 * (state / 2 ** 31 - 1);
  });
}
