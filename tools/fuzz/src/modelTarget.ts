import { RandomStream } from '@ser/core';
import { createFeaturePlan, type FeatureDescription } from '@ser/dsp';
import { builtinRecipes, parseRecipe } from '@ser/experiments';
import { buildNetwork, openEngine } from '@ser/models';
import { loadKerasWeights } from '@ser/models/keras';
import { Recognizer } from '@ser/recognizer';
import { below, mutate } from './mutate.js';
import { mutateJson } from './mutateJson.js';
import { filesIn, inRepository, type SeedFile } from './seedFiles.js';
import type { FuzzInput, Target } from './target.js';

/** A kind of input: how it is made, and what reads it. */
interface Kind {
  readonly make: (random: RandomStream) => FuzzInput;
  readonly read: (bytes: Uint8Array) => Promise<string>;
}

/** Damaged models, recipes, and weights of Keras, in turn. */
export async function modelTarget(seed: number): Promise<Target> {
  const kinds = [await packedModels(), recipes(), await kerasWeights()];
  const kindOf = (index: number): Kind => kinds[index % kinds.length]!;
  const numbers = new WeakMap<Uint8Array, number>();
  return {
    input(index) {
      const input = kindOf(index).make(new RandomStream(seed, index));
      numbers.set(input.bytes, index);
      return input;
    },
    read: ({ bytes }) => kindOf(numbers.get(bytes)!).read(bytes),
  };
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const bytesOf = (content: string): Uint8Array => new TextEncoder().encode(content);

/** Packed models: a document in them is changed, or any bytes. */
async function packedModels(): Promise<Kind> {
  const folders = ['version-1', 'version-2', 'version-2-ensemble'];
  const models = await Promise.all(
    folders.map(async (name) => {
      const path = inRepository(`packages/recognizer/test/fixtures/${name}`);
      const recognizer = await Recognizer.load(path);
      const tar = await recognizer.toBytes();
      recognizer.dispose();
      return { name: `${name}.tar`, bytes: tar };
    }),
  );
  return { make: (random) => damagedModel(models, random), read: readModel };
}

function damagedModel(models: readonly SeedFile[], random: RandomStream): FuzzInput {
  const { name, bytes } = models[below(models.length, random)]!;
  if (random.chance(0.4)) return { name, bytes: mutate(bytes, random, models[0]!.bytes) };
  return { name, bytes: withMutatedJson(bytes, random) };
}

const blockSize = 512;

/** Changes a document in an archive; its size changes too. */
function withMutatedJson(tar: Uint8Array, random: RandomStream): Uint8Array {
  const starts: number[] = [];
  for (let at = 0; at + blockSize <= tar.length && tar[at] !== 0; at += blockSize + padded(sizeAt(tar, at))) {
    if (
      text(tar.subarray(at, at + 100))
        .replace(/\0.*/s, '')
        .endsWith('.json')
    )
      starts.push(at);
  }
  const start = starts[below(starts.length, random)]!;
  const end = start + blockSize + sizeAt(tar, start);
  const json = bytesOf(mutateJson(text(tar.subarray(start + blockSize, end)), random));
  const head = tar.slice(start, start + blockSize);
  head.set(bytesOf(json.length.toString(8).padStart(11, '0')), 124);
  const after = tar.subarray(start + blockSize + padded(end - start - blockSize));
  const changed = new Uint8Array(start + blockSize + padded(json.length) + after.length);
  changed.set(tar.subarray(0, start));
  changed.set(head, start);
  changed.set(json, start + blockSize);
  changed.set(after, start + blockSize + padded(json.length));
  return changed;
}

function sizeAt(tar: Uint8Array, at: number): number {
  return parseInt(text(tar.subarray(at + 124, at + 135)), 8);
}

function padded(size: number): number {
  return Math.ceil(size / blockSize) * blockSize;
}

/** Half a second of a vowel-like tone with pauses, so that it counts as speech. */
function clip(sampleRate: number) {
  const samples = Float32Array.from({ length: sampleRate }, (_, i) => {
    const seconds = i / sampleRate;
    return (
      (0.3 + 0.2 * Math.sin(9 * seconds)) *
      Math.sin(2 * Math.PI * 180 * seconds) *
      (seconds % 0.5 < 0.35 ? 1 : 0.01)
    );
  });
  return { samples, sampleRate };
}

async function readModel(bytes: Uint8Array): Promise<string> {
  const recognizer = await Recognizer.load(bytes);
  try {
    const prediction = await recognizer.predict(clip(8000));
    return prediction.speech ? 'model that predicts' : 'model that finds no speech';
  } finally {
    recognizer.dispose();
    recognizer.dispose();
  }
}

/** Recipes: parsed, and the features of their members computed. */
function recipes(): Kind {
  const documents = builtinRecipes.map(({ name, ...recipe }) => ({
    name: `${name}.json`,
    json: JSON.stringify({ name, ...recipe }),
  }));
  return {
    make(random) {
      const { name, json } = documents[below(documents.length, random)]!;
      return { name, bytes: bytesOf(mutateJson(json, random)) };
    },
    read: readRecipe,
  };
}

async function readRecipe(bytes: Uint8Array): Promise<string> {
  const { members } = parseRecipe(JSON.parse(text(bytes)));
  for (const { features } of members) extractFeatures(features);
  return Promise.resolve('recipe that is used');
}

function extractFeatures(description: FeatureDescription): void {
  const plan = createFeaturePlan(description);
  const { sampleRate } = plan.description;
  if (sampleRate <= 48000) plan.extract(clip(sampleRate));
}

/** Files of Keras for a small dense network. */
async function kerasWeights(): Promise<Kind> {
  await openEngine('tfjs-cpu');
  const files = filesIn(
    inRepository('packages/models/test/goldens/weights'),
    /^dense\.(keras|h5|weights\.h5)$/,
  );
  const shape = { inputShape: [2, 5], nClasses: 4, seed: 1 };
  return {
    make(random) {
      const { name, bytes } = files[below(files.length, random)]!;
      return { name, bytes: mutate(bytes, random, files[0]!.bytes) };
    },
    async read(bytes) {
      const model = buildNetwork({ kind: 'dense', units: [7, 6] }, shape);
      try {
        await loadKerasWeights(model, bytes);
        return 'weights of Keras';
      } finally {
        model.dispose();
      }
    },
  };
}
