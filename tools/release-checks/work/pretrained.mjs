import assert from 'node:assert/strict';

export const needs = ['@ser/pretrained', '@ser/recognizer'];

/** A tone that swells four times a second, as speech does. */
const samples = Float32Array.from(
  { length: 32000 },
  (_, n) => 0.5 * Math.sin(n / 20) * Math.sin(n / 1274) ** 2,
);

/** Loads each model in the box, and the one of `Recognizer.general()`, and lets them hear a tone. */
export async function work([{ modelFiles, modelNames, models }, { Recognizer }]) {
  const answers = {};
  for (const name of modelNames) {
    const recognizer = await Recognizer.load(await modelFiles(name));
    assert.deepEqual(recognizer.labels, models[name].labels);
    const { probabilities } = await recognizer.predict({ samples, sampleRate: 16000 });
    answers[name] = Object.values(probabilities).map((share) => share.toFixed(5));
  }
  const general = await Recognizer.general({ classes: 4 });
  assert.equal(general.labels.length, 4);
  return answers;
}
