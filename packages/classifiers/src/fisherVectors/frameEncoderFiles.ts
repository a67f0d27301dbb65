import { requireInteger } from '@ser/core';
import { invalidFile } from '../modelFiles/invalidFile.js';
import { requireFile } from '../modelFiles/requireFile.js';
import type { ColumnScale } from './columnScale.js';
import type { FrameEncoderFiles } from './frameEncoder.js';
import {
  filled,
  type FrameEncoderDescription,
  parseFrameEncoderDescription,
} from './frameEncoderDescription.js';
import type { GaussianMixture } from './gaussianMixture.js';

const encoderFiles = { description: 'encoder.json', values: 'encoder.bin' } as const;

/** Version of the content of `encoder.json`. */
const format = 'ser-encoder-1';

/** A fitted frame encoder as data. */
export interface EncoderParts {
  readonly description: FrameEncoderDescription;
  readonly nInputs: number;
  readonly arrays: EncoderArrays;
}

/** The fitted arrays; every value is representable in float32. */
export interface EncoderArrays {
  readonly frameScale: ColumnScale;
  readonly rotation?: Float64Array | undefined;
  readonly mixture: GaussianMixture;
  readonly vectorScale: ColumnScale;
}

/**
 * Writes `encoder.json` with the description, and `encoder.bin` with the values (float32, little-endian), one array after
 * the other: means and deviations of the frames, principal components (if any), weights, means, and variances of the
 * mixture, means and deviations of the vectors.
 */
export function writeEncoderFiles({ description, nInputs, arrays }: EncoderParts): FrameEncoderFiles {
  const values = listed(arrays).flatMap((array) => (array === undefined ? [] : [Float32Array.from(array)]));
  const bytes = new Uint8Array(values.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let offset = 0;
  for (const { buffer, byteLength } of values) {
    bytes.set(new Uint8Array(buffer), offset);
    offset += byteLength;
  }
  const json = JSON.stringify({ format, description, nInputs });
  return { [encoderFiles.description]: new TextEncoder().encode(json), [encoderFiles.values]: bytes };
}

/** @throws {SerError} `invalid-model-files` for a file that is missing, cut short, or not a frame encoder */
export function readEncoderFiles(files: FrameEncoderFiles): EncoderParts {
  const { description, nInputs } = readJson(requireFile(files, encoderFiles.description, 'frame encoder'));
  const lengths = lengthsOf(description, nInputs);
  const bytes = requireFile(files, encoderFiles.values, 'frame encoder');
  const expected = 4 * lengths.reduce((sum, length) => sum + length, 0);
  if (bytes.byteLength !== expected) {
    throw invalidFile(
      encoderFiles.values,
      `\`encoder.bin\` must have ${expected} bytes; got ${bytes.byteLength}. The file is cut short or belongs to another encoder.`,
    );
  }
  const values = new Float64Array(new Float32Array(new Uint8Array(bytes).buffer));
  let offset = 0;
  const arrays = lengths.map((length) => values.slice(offset, (offset += length)));
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

/** The length of each array; 0 for the rotation if there is none. */
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
    if (json['format'] !== format) throw new TypeError(`The format must be '${format}'.`);
    requireInteger('nInputs', nInputs, { min: 1, max: 2 ** 20 });
    return { description: parseFrameEncoderDescription(json['description']), nInputs };
  } catch (cause) {
    throw invalidFile(
      file,
      `\`${file}\` is not a saved frame encoder: ${String(cause)} Save the encoder again.`,
      cause,
    );
  }
}
