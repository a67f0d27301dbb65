import type { ClassifierFiles } from '@ser/classifiers';
import type { io } from '@tensorflow/tfjs-core';
import { ModelError } from '../errors.js';
import { networkFiles } from './saveNetwork.js';

/** Bytes of one value, as stored. */
const bytesPerValue: Readonly<Record<string, number>> = {
  float32: 4,
  int32: 4,
  float16: 2,
  uint16: 2,
  uint8: 1,
  bool: 1,
};

/**
 * Reads the files of a saved network, and checks that they are complete.
 *
 * @throws {SerError} `invalid-model-files`; `file` names the part
 */
export function readNetworkFiles(files: ClassifierFiles): io.ModelArtifacts {
  const { modelTopology, format, weightsManifest } = readTopology(part(files, networkFiles.topology));
  const weightSpecs = weightsManifest.flatMap((group) => group.weights);
  const paths = weightsManifest.flatMap((group) => group.paths);
  const shards = paths.map((path) => part(files, path));
  checkSize(weightSpecs, shards, paths);
  return { modelTopology, ...(format && { format }), weightSpecs, weightData: shards.map(arrayBufferOf) };
}

function part(files: ClassifierFiles, name: string): Uint8Array {
  const bytes = files[name];
  if (bytes) return bytes;
  throw invalidFile(
    name,
    `The saved network lacks \`${name}\`. It has ${Object.keys(files).join(', ') || 'no parts'}.`,
  );
}

function readTopology(bytes: Uint8Array): io.ModelJSON {
  const file = networkFiles.topology;
  let json: Partial<io.ModelJSON> | null;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes)) as Partial<io.ModelJSON> | null;
  } catch (cause) {
    throw invalidFile(file, `\`${file}\` is not JSON; it may be cut short. Save the model again.`, cause);
  }
  if (!json?.modelTopology || !isManifest(json.weightsManifest)) {
    throw invalidFile(
      file,
      `\`${file}\` is not in the TensorFlow.js layers format: \`modelTopology\` or \`weightsManifest\` is missing.`,
    );
  }
  return json as io.ModelJSON;
}

function isManifest(manifest: unknown): manifest is io.WeightsManifestConfig {
  if (!Array.isArray(manifest)) return false;
  return manifest.every((group: Partial<io.WeightsManifestConfig[number]> | null) => {
    return Array.isArray(group?.paths) && Array.isArray(group?.weights);
  });
}

function checkSize(
  specs: readonly io.WeightsManifestEntry[],
  shards: readonly Uint8Array[],
  paths: readonly string[],
): void {
  const expected = specs.reduce((sum, spec) => sum + storedBytes(spec), 0);
  const actual = shards.reduce((sum, shard) => sum + shard.byteLength, 0);
  if (actual === expected) return;
  const names = paths.map((path) => `\`${path}\``).join(', ');
  throw invalidFile(
    paths[0] ?? networkFiles.topology,
    `Expected ${expected} bytes of weights in ${names}, got ${actual}. The file is cut short or of another model.`,
  );
}

function storedBytes({ shape, dtype, quantization }: io.WeightsManifestEntry): number {
  const size = shape.reduce((product, length) => product * length, 1);
  return size * (bytesPerValue[quantization?.dtype ?? dtype] ?? NaN);
}

/** A copy: a `Buffer` lies somewhere in a larger one, and its `slice` does too. */
function arrayBufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

function invalidFile(file: string, message: string, cause?: unknown): ModelError {
  return new ModelError('invalid-model-files', message, { file, ...(cause !== undefined && { cause }) });
}
