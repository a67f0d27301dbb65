import { ModelError } from '../errors.js';
import { packageMissing } from './packageMissing.js';

/** The file in a `.keras` archive with the weights. */
const weightsName = 'model.weights.h5';

const zipSignature = [0x50, 0x4b, 0x03, 0x04]; // "PK"
const hdf5Signature = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]; // "HDF"

/**
 * The HDF5 file with the weights: the file itself, or a file in a `.keras` archive.
 *
 * @throws {SerError} `invalid-model-files` when the bytes are neither
 */
export async function weightsFile(bytes: Uint8Array): Promise<Uint8Array> {
  const weights = isArchive(bytes) ? await unpackFile(bytes, weightsName) : bytes;
  if (startsWith(weights, hdf5Signature)) return weights;
  throw new ModelError(
    'invalid-model-files',
    'The file must be a `.keras`, `.weights.h5`, or `.h5` file of Keras; got other bytes. A model in the SavedModel ' +
      'format is a folder: load it in Keras and save its weights as `.weights.h5`.',
  );
}

/** Whether the bytes are a zip archive, as `.keras` files are. */
export function isArchive(bytes: Uint8Array): boolean {
  return startsWith(bytes, zipSignature);
}

/** What an archive says about a file: its compressed and original size, in bytes. */
interface ZipEntry {
  readonly name: string;
  readonly size: number;
  readonly originalSize: number;
}

/** The best that deflate can do. */
const maxCompression = 1032;

/**
 * A file in a `.keras` archive.
 *
 * @throws {SerError} `invalid-model-files`, `package-missing`
 */
export async function unpackFile(archive: Uint8Array, wanted: string): Promise<Uint8Array> {
  const { unzipSync } = await importFflate();
  const names: string[] = [];
  const filter = ({ name, size, originalSize }: ZipEntry) => {
    names.push(name);
    if (name !== wanted) return false;
    if (originalSize > maxCompression * size)
      throw new RangeError(`${originalSize} bytes cannot be in ${size}.`);
    return true;
  };
  let found: Uint8Array | undefined;
  try {
    found = unzipSync(archive, { filter })[wanted];
  } catch (cause) {
    throw new ModelError(
      'invalid-model-files',
      'The `.keras` archive cannot be unpacked; it may be cut short. Save the model in Keras again.',
      { cause },
    );
  }
  if (found) return found;
  throw new ModelError(
    'invalid-model-files',
    `A \`.keras\` archive must contain \`${wanted}\`; this one has ${names.join(', ') || 'no files'}.`,
    { file: wanted },
  );
}

/** Bundlers take an `import()` within a `try` as one that may fail. @throws {SerError} `package-missing` */
async function importFflate() {
  try {
    return await import('fflate');
  } catch (cause) {
    throw packageMissing('fflate', cause);
  }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}
