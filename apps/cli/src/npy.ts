/** An array as NumPy stores it. */
export interface NpyArray {
  /** Row-major. */
  readonly data: Float32Array;
  /** Length of each axis; their product is `data.length`. */
  readonly shape: readonly number[];
}

const magic = [0x93, ...Buffer.from('NUMPY')];
const version = [1, 0];
/** Magic, version and the header's length come before the header. */
const preambleLength = magic.length + version.length + 2;
/** The data starts at a multiple of this many bytes, so that it can be memory-mapped. */
const alignment = 64;

/**
 * Encodes an array as an NPY file, version 1.0: little-endian float32 in C order.
 *
 * @see NumPy's format description, https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 *
 * @example
 * await writeFile('mfcc.npy', encodeNpy({ data: features.data, shape: [features.nFrames, features.nFeatures] }));
 * // Python: numpy.load('mfcc.npy').shape == (130, 40)
 */
export function encodeNpy({ data, shape }: NpyArray): Uint8Array {
  const header = npyHeader(shape);
  const bytes = new Uint8Array(preambleLength + header.length + data.length * 4);
  const view = new DataView(bytes.buffer);
  bytes.set([...magic, ...version]);
  view.setUint16(preambleLength - 2, header.length, true);
  bytes.set(Buffer.from(header, 'latin1'), preambleLength);
  const start = preambleLength + header.length;
  for (let i = 0; i < data.length; i++) view.setFloat32(start + i * 4, data[i]!, true);
  return bytes;
}

/** A Python dictionary as text, padded with spaces to the alignment and ended by a line feed. */
function npyHeader(shape: readonly number[]): string {
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const dictionary = `{'descr': '<f4', 'fortran_order': False, 'shape': ${tuple}, }`;
  const unpadded = preambleLength + dictionary.length + 1;
  return `${dictionary.padEnd(dictionary.length + ((alignment - (unpadded % alignment)) % alignment))}\n`;
}
