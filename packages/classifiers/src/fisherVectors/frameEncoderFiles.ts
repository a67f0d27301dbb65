import { ClassifierError } from '../errors.js';
import type { ColumnScale } from './columnScale.js';
import type { FrameEncoderFiles } from './frameEncoder.js';
import {
  filled,
  type FrameEncoderDescription,
  parseFrameEncoderDescription,
} from './frameEncoderDescription.js';
import type { GaussianMixture } from './gaussianMixture.js';

export const encoderFiles = { description: 'encoder.json', values: 'encoder.bin' } as const;

/** Names the content of `encoder.json`. */
const format = 'ser-encoder-1';

/** All that an encoder knows. */
export interface EncoderParts {
  readonly description: FrameEncoderDescription;
  readonly nInputs: number;
  readonly arrays: EncoderArrays;
}

/** What was fitted; every value is one of float32. */
export interface EncoderArrays {
  readonly frameScale: ColumnScale;
  readonly rotation?: Float64Array | undefined;
  readonly mixture: GaussianMixture;
  readonly vectorScale: ColumnScale;
}

/**
 * `encoder.json` says what it is, `encoder.bin` has the values, float32, little-endian, one array after the other: means
 * and deviations of frames, principal components if any, weights, means and variances of the mixture, means and
 * deviations of vectors.
 */
export function writeEncoderFiles({ description, nInputs, arrays }: EncoderParts): FrameEncoderFiles {
  const values = listed(arrays).flatMap((array) => (array === undefined ? [] : [Float32Array.from(array)]));
  const bytes = new Uint8Array(values.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const { buffer, byteLength } of values) {
    bytes.set(new Uint8Array(buffer), at);
    at += byteLength;
  }
  const json = JSON.stringify({ format, description, nInputs });
  return { [encoderFiles.description]: new TextEncoder().encode(json), [encoderFiles.values]: bytes };
}

/** @throws {SerError} `invalid-model-files` for a part that is missing, cut short or something else */
export function readEncoderFiles(files: FrameEncoderFiles): EncoderParts {
  const { description, nInputs } = readJson(part(files, encoderFiles.description));
  const lengths = lengthsOf(description, nInputs);
  const bytes = part(files, encoderFiles.values);
  const expected = 4 * lengths.reduce((sum, length) => sum + length, 0);
  if (bytes.byteLength !== expected) {
    throw invalidFile(
      encoderFiles.values,
      `Expected ${expected} bytes in \`encoder.bin\`, got ${bytes.byteLength}. The file is cut short or of another encoder.`,
    );
  }
  const values = new Float64Array(new Float32Array(new Uint8Array(bytes).buffer));
  let at = 0;
  const arrays = lengths.map((length) => values.slice(at, (at += length)));
  return { description, nInputs, arrays: namedArrays(arrays) };
}

/** The arrays in the order of the file. */
function listed({ frameScale, rotation, mixture, vectorScale }: EncoderArrays) {
  return [
    frameScale.means,
    frameScale.deviations,
    rotation,
    mixture.weights,
    mixture.means,
    mixture.variances,
    vectorScale.means,
    vectorScale.deviations,
  ];
}

function namedArrays(arrays: readonly Float64Array[]): EncoderArrays {
  const [means, deviations, rotation, weights, mixtureMeans, variances, vectorMeans, vectorDeviations] =
    arrays as readonly [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
  return {
    frameScale: { means, deviations },
    rotation: rotation.length > 0 ? rotation : undefined,
    mixture: { weights, means: mixtureMeans, variances },
    vectorScale: { means: vectorMeans, deviations: vectorDeviations },
  };
}

/** How long each array is, 0 for a rotation that there is not. */
function lengthsOf(description: FrameEncoderDescription, nInputs: number): readonly number[] {
  const { nComponents, dimensions } = filled(description);
  const nMixed = nComponents * (dimensions ?? nInputs);
  const nOutputs = nComponents + 2 * nMixed;
  return [nInputs, nInputs, (dimensions ?? 0) * nInputs, nComponents, nMixed, nMixed, nOutputs, nOutputs];
}

function readJson(bytes: Uint8Array): Omit<EncoderParts, 'arrays'> {
  const file = encoderFiles.description;
  try {
    const json = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
    const { nInputs } = json;
    if (json['format'] !== format) throw new TypeError(`Expected the format '${format}'.`);
    if (!Number.isInteger(nInputs) || (nInputs as number) < 1)
      throw new TypeError('Expected `nInputs` to be an integer >= 1.');
    return { description: parseFrameEncoderDescription(json['description']), nInputs: nInputs as number };
  } catch (cause) {
    throw invalidFile(
      file,
      `\`${file}\` is no saved encoder: ${String(cause)} Save the encoder again.`,
      cause,
    );
  }
}

function part(files: FrameEncoderFiles, name: string): Uint8Array {
  const bytes = files[name];
  if (bytes) return bytes;
  throw invalidFile(
    name,
    `The saved encoder lacks \`${name}\`. It has ${Object.keys(files).join(', ') || 'no parts'}.`,
  );
}

function invalidFile(file: string, message: string, cause?: unknown): ClassifierError {
  return new ClassifierError('invalid-model-files', message, { file, ...(cause !== undefined && { cause }) });
}
