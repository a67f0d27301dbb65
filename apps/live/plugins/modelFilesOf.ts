import type { BuiltFile } from './offline.js';

const folder = 'assets/worker/';

/** Files of the worker that a bundled model does not need, by their names without the hash. */
const notNeeded = {
  general: ['general-small', 'emodb', 'models'],
  'general-small': ['general', 'emodb', 'models', 'encoder', 'packedModel', 'onnxLibrary', 'onnxWasm'],
} as const;

/** Whether a file is loaded only after a model is chosen. */
export function isOfWorker(file: string): boolean {
  return file.startsWith(folder);
}

/** The files to download for each bundled model, and their sizes. */
export function modelFilesOf(files: readonly BuiltFile[]): Readonly<Record<string, readonly BuiltFile[]>> {
  const ofWorker = files.filter(({ file }) => isOfWorker(file));
  return Object.fromEntries(
    Object.entries(notNeeded).map(([model, names]) => [
      model,
      ofWorker.filter(({ file }) => !(names as readonly string[]).includes(nameOf(file))),
    ]),
  );
}

/** `assets/worker/general-small-B3xK9_aQ.js` is named `general-small`: the hash has eight characters. */
function nameOf(file: string): string {
  return file.slice(folder.length).replace(/-[\w-]{8}\.js$/, '');
}
