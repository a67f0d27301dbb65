import type { AlacBits } from './alacBits.js';
import { corruptAlac } from './corruptAlac.js';
import type { AlacConfig } from './cookie.js';
import { readResiduals } from './golomb.js';
import { firstOrder, predict } from './predictor.js';

/** The head of an element: one channel, or a pair. */
interface ElementHead {
  readonly nSamples: number;
  /** Low bits of each sample that are stored apart. */
  readonly shift: number;
  readonly isStored: boolean;
}

/** Types of elements. */
export const element = {
  single: 0,
  pair: 1,
  coupling: 2,
  low: 3,
  data: 4,
  program: 5,
  fill: 6,
  end: 7,
} as const;

/** Reads the head of an element of one or two channels, after its type. */
export function readHead(bits: AlacBits, { frameLength }: AlacConfig): ElementHead {
  bits.skip(4 + 12);
  const isPartial = bits.unsigned(1) === 1;
  const shift = 8 * bits.unsigned(2);
  const isStored = bits.unsigned(1) === 1;
  const nSamples = isPartial ? bits.unsigned(32) : frameLength;
  if (nSamples > frameLength) throw corruptAlac(`a packet of ${nSamples} samples`);
  if (shift === 24) throw corruptAlac('samples of which 24 bits are stored apart');
  return { nSamples, shift, isStored };
}

/**
 * Decodes an element of one or two channels, after its type.
 *
 * @returns the samples of each channel, as integers of `bitDepth` bits
 */
export function readElement(bits: AlacBits, config: AlacConfig, nChannels: 1 | 2): readonly Int32Array[] {
  const head = readHead(bits, config);
  if (bits.nLeft < head.nSamples / 64) throw corruptAlac('a packet that is cut off');
  if (head.isStored) return readStored(bits, head.nSamples, config.bitDepth, nChannels);
  const mixBits = bits.unsigned(8);
  const mixWeight = bits.signed(8);
  const width = config.bitDepth - head.shift + nChannels - 1;
  if (width < 1) throw corruptAlac('samples without bits');
  const filters = Array.from({ length: nChannels }, () => readFilter(bits));
  const lowBitsAt = bits.at;
  bits.skip(head.shift * nChannels * head.nSamples);
  const channels = filters.map((filter) => readChannel(bits, head.nSamples, config, { ...filter, width }));
  if (nChannels === 2 && mixWeight !== 0) unmix(channels[0]!, channels[1]!, mixBits, mixWeight);
  if (head.shift > 0) addLowBits(bits, lowBitsAt, channels, head.shift);
  return channels;
}

function readStored(
  bits: AlacBits,
  nSamples: number,
  width: number,
  nChannels: number,
): readonly Int32Array[] {
  if (bits.nLeft < width * nChannels * nSamples) throw corruptAlac('a packet that is cut off');
  const channels = Array.from({ length: nChannels }, () => new Int32Array(nSamples));
  for (let i = 0; i < nSamples; i++) for (const samples of channels) samples[i] = bits.signed(width);
  return channels;
}

interface Filter {
  readonly mode: number;
  readonly shift: number;
  readonly pbFactor: number;
  readonly coefficients: Int16Array;
}

function readFilter(bits: AlacBits): Filter {
  const mode = bits.unsigned(4);
  const shift = bits.unsigned(4);
  const pbFactor = bits.unsigned(3);
  const coefficients = Int16Array.from({ length: bits.unsigned(5) }, () => bits.signed(16));
  return { mode, shift, pbFactor, coefficients };
}

function readChannel(
  bits: AlacBits,
  nSamples: number,
  { pb, mb, kb }: AlacConfig,
  { mode, shift, pbFactor, coefficients, width }: Filter & { readonly width: number },
): Int32Array {
  const samples = new Int32Array(nSamples);
  readResiduals(bits, samples, nSamples, {
    mb,
    kb,
    pb: Math.floor((pb * pbFactor) / 4),
    maxBits: Math.min(32, width),
  });
  const unused = Math.min(32, width);
  if (mode !== 0)
    predict(samples, nSamples, { coefficients: new Int16Array(firstOrder), shift: 0, width: unused });
  predict(samples, nSamples, { coefficients, shift, width: unused });
  return samples;
}

/** A pair is stored as a weighted mean and a difference. */
function unmix(u: Int32Array, v: Int32Array, mixBits: number, weight: number): void {
  for (let i = 0; i < u.length; i++) {
    const left = (u[i]! + v[i]! - (Math.imul(weight, v[i]!) >> mixBits)) | 0;
    v[i] = left - v[i]!;
    u[i] = left;
  }
}

function addLowBits(bits: AlacBits, at: number, channels: readonly Int32Array[], shift: number): void {
  const end = bits.at;
  bits.at = at;
  const n = channels[0]!.length;
  for (let i = 0; i < n; i++) {
    for (const samples of channels) samples[i] = (samples[i]! << shift) | bits.unsigned(shift);
  }
  bits.at = end;
}
