import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';

export const needs = ['@ser/pretrained', '@ser/recognizer'];

/** A tone whose level rises four times a second, like syllables. */
const samples = Float32Array.from(
  { length: 32000 },
  (_, n) => 0.5 * Math.sin(n / 20) * Math.sin(n / 1274) ** 2,
);

/** Loads each model and that of `Recognizer.general()`, and predicts for a tone. */
export async function work([{ modelFiles, modelNames, models }, { Recognizer }]) {
  const answers = {};
  for (const name of modelNames) {
    const files = await modelFiles(name);
    for (const [file, sum] of Object.entries(models[name].sha256)) {
      assert.equal(createHash('sha256').update(files[file]).digest('hex'), sum);
    }
    if (models[name].usesEncoder) continue; // the encoder is not installed here
    const recognizer = await Recognizer.load(files);
    assert.deepEqual(recognizer.labels, models[name].labels);
    const { probabilities } = await recognizer.predict({ samples, sampleRate: 16000 });
    answers[name] = Object.values(probabilities).map((share) => share.toFixed(5));
  }
  const general = await Recognizer.general({ classes: 4 });
  assert.equal(general.labels.length, 4);
  return answers;
}
