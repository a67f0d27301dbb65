import type { BitReader } from './bitReader.js';
import { corruptFlac } from './corruptFlac.js';
import { fixedPredictors, restore, type Predictor, type SampleBlock } from './predictor.js';
import { readResidual } from './residual.js';

/** The destination of a subframe. */
export interface SubframeTarget {
  readonly block: SampleBlock;

  /** Scratch space of the length of the block. */
  readonly residual: Int32Array;
  readonly blockSize: number;

  /** Bits per sample, 4 to 33. */
  readonly bits: number;
}

/**
 * Reads one channel of a frame: constant, verbatim, or predicted with a residual.
 *
 * @see RFC 9639, section 9.2
 */
export function readSubframe(reader: BitReader, target: SubframeTarget): void {
  if (reader.readUnsigned(1) !== 0) throw corruptFlac('a subframe header that does not begin with 0');
  const type = reader.readUnsigned(6);
  const wastedBits = reader.readUnsigned(1) === 0 ? 0 : reader.readUnary() + 1;
  const bits = target.bits - wastedBits;
  if (bits < 1) throw corruptFlac(`${wastedBits} wasted bits in samples of ${target.bits}`);
  readContent(reader, type, { ...target, bits });
  if (wastedBits > 0) scaleUp(target, 2 ** wastedBits);
}

function readContent(reader: BitReader, type: number, target: SubframeTarget): void {
  if (type === 0) readConstant(reader, target);
  else if (type === 1) readSamples(reader, target, target.blockSize);
  else if (type >= 8 && type <= 12) readFixed(reader, target, type - 8);
  else if (type >= 32) readLinear(reader, target, type - 31);
  else throw corruptFlac('a reserved kind of subframe');
}

function readConstant(reader: BitReader, { block, blockSize, bits }: SubframeTarget): void {
  block.fill(reader.readSigned(bits), 0, blockSize);
}

function readSamples(reader: BitReader, { block, bits }: SubframeTarget, n: number): void {
  for (let i = 0; i < n; i++) block[i] = reader.readSigned(bits);
}

function readFixed(reader: BitReader, target: SubframeTarget, order: number): void {
  readPredicted(reader, target, order, () => fixedPredictors[order]!);
}

function readLinear(reader: BitReader, target: SubframeTarget, order: number): void {
  readPredicted(reader, target, order, () => {
    const precision = reader.readUnsigned(4) + 1;
    if (precision === 16) throw corruptFlac('a reserved precision of the predictor');
    const shift = reader.readSigned(5);
    if (shift < 0) throw corruptFlac('a predictor with a negative shift');
    return { coefficients: Array.from({ length: order }, () => reader.readSigned(precision)), shift };
  });
}

/** Reads warm-up samples, then the predictor, then the residual, the order in which they are stored. */
function readPredicted(
  reader: BitReader,
  target: SubframeTarget,
  order: number,
  readPredictor: () => Predictor,
): void {
  const { block, residual, blockSize, bits } = target;
  if (order > blockSize)
    throw corruptFlac(`a predictor of order ${order} in a block of ${blockSize} samples`);
  readSamples(reader, target, order);
  const predictor = readPredictor();
  readResidual(reader, residual, blockSize, order);
  restore(block, residual, { blockSize, bits, predictor });
}

function scaleUp({ block, blockSize }: SubframeTarget, factor: number): void {
  for (let i = 0; i < blockSize; i++) block[i] = block[i]! * factor;
}
