import type { ClassifierFiles } from '../classifier/classifier.js';
import { invalidFile } from './invalidFile.js';
import { networkFiles } from './networkFiles.js';
import { requireFile } from './requireFile.js';
import { isWeightEntry, storedBytes, type WeightEntry } from './weightEntry.js';

/** The files of a saved network, taken apart. */
export interface NetworkFiles {
  /** `modelTopology` of `model.json`: the layers. */
  readonly topology: Readonly<Record<string, unknown>>;
  readonly format?: string | undefined;
  /** The weights in the order in which their bytes follow each other. */
  readonly entries: readonly WeightEntry[];
  /** The bytes of all weights, a copy. TypeScript before 5.7 knows no type parameter of `Uint8Array`. */
  readonly bytes: Uint8Array & { readonly buffer: ArrayBuffer };
}

/**
 * Reads the files of a network in the TensorFlow.js layers format, and checks that they are complete. The layers are
 * not checked.
 *
 * @throws {SerError} `invalid-model-files`; `file` names the file
 */
export function readNetworkFiles(files: ClassifierFiles): NetworkFiles {
  const { modelTopology, format, weightsManifest } = parseTopology(
    requireFile(files, networkFiles.topology, 'network'),
  );
  const entries = weightsManifest.flatMap(({ weights }) => weights);
  const paths = weightsManifest.flatMap((group) => group.paths);
  const shards = paths.map((path) => requireFile(files, path, 'network'));
  checkSize(entries, shards, paths);
  return { topology: modelTopology, format, entries, bytes: joined(shards) };
}

interface Topology {
  readonly modelTopology: Readonly<Record<string, unknown>>;
  readonly format: string | undefined;
  readonly weightsManifest: readonly WeightGroup[];
}

interface WeightGroup {
  readonly paths: readonly string[];
  readonly weights: readonly WeightEntry[];
}

function parseTopology(bytes: Uint8Array): Topology {
  const file = networkFiles.topology;
  const { modelTopology, format, weightsManifest } = parseJson(bytes) ?? {};
  if (!isRecord(modelTopology) || !isManifest(weightsManifest)) {
    throw invalidFile(
      file,
      `\`${file}\` is not in the TensorFlow.js layers format: \`modelTopology\` or \`weightsManifest\` is missing or invalid. Save the model again.`,
    );
  }
  return { modelTopology, format: typeof format === 'string' ? format : undefined, weightsManifest };
}

function parseJson(bytes: Uint8Array): Partial<Record<keyof Topology, unknown>> | null {
  const file = networkFiles.topology;
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Partial<Record<keyof Topology, unknown>> | null;
  } catch (cause) {
    throw invalidFile(file, `\`${file}\` is not JSON; it may be cut short. Save the model again.`, cause);
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isManifest(manifest: unknown): manifest is readonly WeightGroup[] {
  return Array.isArray(manifest) && manifest.every(isWeightGroup);
}

function isWeightGroup(value: unknown): value is WeightGroup {
  const { paths, weights } = (value ?? {}) as Partial<Record<keyof WeightGroup, unknown>>;
  return (
    Array.isArray(paths) &&
    paths.every((path) => typeof path === 'string') &&
    Array.isArray(weights) &&
    weights.every(isWeightEntry)
  );
}

function checkSize(
  entries: readonly WeightEntry[],
  shards: readonly Uint8Array[],
  paths: readonly string[],
): void {
  const expected = entries.reduce((sum, entry) => sum + storedBytes(entry), 0);
  const actual = shards.reduce((sum, { length }) => sum + length, 0);
  if (actual === expected) return;
  const names = paths.map((path) => `\`${path}\``).join(', ');
  throw invalidFile(
    paths[0] ?? networkFiles.topology,
    `${names || 'The weight files'} must have ${expected} bytes of weights; got ${actual}. The file is cut short or belongs to another model.`,
  );
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}
