import { modelFiles, type RecognizerFiles } from './modelFiles.js';

/**
 * What identifies the features and classifiers of a model: the inputs and members of its `recognizer.json`, and the size
 * and a sample of the bytes of each classifier file.
 */
export function modelText(files: RecognizerFiles): string {
  const { labels, inputs, members } = JSON.parse(
    new TextDecoder().decode(files[modelFiles.recognizer]),
  ) as Record<string, unknown>;
  const own = [modelFiles.recognizer, modelFiles.card, modelFiles.taught] as readonly string[];
  const parts = Object.keys(files)
    .filter((name) => !own.includes(name))
    .sort()
    .map((name) => [name, files[name]!.length, ...sampleOf(files[name]!)]);
  return JSON.stringify([labels, inputs, members, parts]);
}

/** About a thousand bytes, evenly spaced. */
function sampleOf(bytes: Uint8Array): number[] {
  const step = Math.max(1, Math.floor(bytes.length / 1000));
  return Array.from(bytes.filter((_, i) => i % step === 0));
}
