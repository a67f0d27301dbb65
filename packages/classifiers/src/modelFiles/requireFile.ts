import { invalidFile } from './invalidFile.js';

/**
 * One file of a saved model.
 *
 * @param what what was saved, such as "network"
 * @throws {SerError} `invalid-model-files` when it is missing
 */
export function requireFile(
  files: Readonly<Record<string, Uint8Array>>,
  name: string,
  what: string,
): Uint8Array {
  const bytes = Object.hasOwn(files, name) ? files[name] : undefined;
  if (bytes) return bytes;
  const present = Object.keys(files).join(', ') || 'no files';
  throw invalidFile(name, `The saved ${what} has no \`${name}\`; it has ${present}. Copy all its files.`);
}
