import type { BitReader } from './bitReader.js';
import { corruptFlac } from './corruptFlac.js';

/**
 * Reads the residual of a predictor of `order` into `residual[order..blockSize)`.
 *
 * The block is divided into 2^k partitions of equal length. Each has its own Rice parameter or, if escaped, integers of
 * a fixed width.
 *
 * @see RFC 9639, section 9.2.7
 */
export function readResidual(
  reader: BitReader,
  residual: Int32Array,
  blockSize: number,
  order: number,
): void {
  const method = reader.readUnsigned(2);
  if (method > 1) throw corruptFlac('a reserved residual coding');
  const parameterBits = method === 0 ? 4 : 5;
  const escape = 2 ** parameterBits - 1;
  const nPartitions = 1 << reader.readUnsigned(4);
  const partitionSize = blockSize / nPartitions;
  if (!Number.isInteger(partitionSize) || partitionSize < order) {
    throw corruptFlac(`${nPartitions} residual partitions in a block of ${blockSize} samples`);
  }
  for (let partition = 0; partition < nPartitions; partition++) {
    const from = partition === 0 ? order : partition * partitionSize;
    const to = (partition + 1) * partitionSize;
    const parameter = reader.readUnsigned(parameterBits);
    if (parameter === escape) readUncoded(reader, residual, from, to);
    else reader.readRice(residual, from, to, parameter);
  }
}

function readUncoded(reader: BitReader, residual: Int32Array, from: number, to: number): void {
  const width = reader.readUnsigned(5);
  for (let i = from; i < to; i++) residual[i] = width === 0 ? 0 : reader.readSigned(width);
}
