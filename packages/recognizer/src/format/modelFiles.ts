/** The names of a model's files. The README is for people; no program reads it. */
export const modelFiles = {
  recognizer: 'recognizer.json',
  network: 'model.json',
  weights: 'weights.bin',
  encoder: 'encoder.json',
  encoderValues: 'encoder.bin',
  taught: 'taught.bin',
  dimensions: 'dimensions.bin',
  card: 'README.md',
} as const;

/**
 * A model as files by name: `recognizer.json`, `README.md`, and for each classifier, in a folder of its name,
 * `model.json`, `weights.bin` and, if frames are encoded, `encoder.json` and `encoder.bin`; `taught.bin` if it was
 * taught; and `dimensions.bin` if it predicts values such as arousal.
 */
export type RecognizerFiles = Readonly<Record<string, Uint8Array>>;

/**
 * The path of a file within the model.
 *
 * @param folder of the classifier; empty in models of format versions 1 and 2 with one classifier
 */
export function pathInModel(folder: string, file: string): string {
  return folder === '' ? file : `${folder}/${file}`;
}
