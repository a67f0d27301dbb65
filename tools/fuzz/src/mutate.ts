import { type RandomStream } from '@ser/core';

/** Values of fields that are at the edge of something. */
const edgeValues = [
  0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff,
] as const;

/** A change of a file. Both may be returned, and neither is modified. */
type Mutation = (bytes: Uint8Array, random: RandomStream, other: Uint8Array) => Uint8Array;

const mutations: readonly Mutation[] = [
  flipBit,
  setByte,
  setNumber,
  cut,
  removeRange,
  repeatRange,
  fillRange,
  insertNoise,
  splice,
  headOfOther,
];

/** Most changes of one file. */
const maxChanges = 6;

/** Files grow by at most this factor, plus {@link slack} bytes. */
const maxGrowth = 2;
const slack = 4096;

/**
 * A damaged copy of a file, which depends only on the file, the other one, and the stream.
 *
 * Half of the changes are near the beginning, where headers are.
 */
export function mutate(bytes: Uint8Array, random: RandomStream, other: Uint8Array): Uint8Array {
  let mutated = bytes;
  const nChanges = 1 + Math.floor(maxChanges * random.uniform() ** 2);
  for (let i = 0; i < nChanges; i++) {
    mutated = mutations[below(mutations.length, random)]!(mutated, random, other);
  }
  return mutated.subarray(0, maxGrowth * bytes.length + slack);
}

/** An integer from 0 to `n` - 1, or 0. */
export function below(n: number, random: RandomStream): number {
  return Math.max(0, Math.floor(random.uniform() * n));
}

const headSize = 256;

function position(bytes: Uint8Array, random: RandomStream): number {
  return below(random.chance(0.5) ? Math.min(headSize, bytes.length) : bytes.length, random);
}

function flipBit(bytes: Uint8Array, random: RandomStream): Uint8Array {
  const changed = bytes.slice();
  const at = position(bytes, random);
  if (at < changed.length) changed[at]! ^= 1 << below(8, random);
  return changed;
}

function setByte(bytes: Uint8Array, random: RandomStream): Uint8Array {
  const changed = bytes.slice();
  changed[position(bytes, random)] = below(256, random);
  return changed;
}

/** A field of 1, 2, 4, or 8 bytes of either byte order becomes a value at an edge, or near what it was. */
function setNumber(bytes: Uint8Array, random: RandomStream): Uint8Array {
  const changed = bytes.slice();
  const width = [1, 2, 4, 8][below(4, random)]!;
  const at = position(bytes, random);
  if (at + width > changed.length) return changed;
  const view = new DataView(changed.buffer);
  const value = edgeValues[below(edgeValues.length, random)]!;
  const isLittle = random.chance(0.5);
  if (width === 1) view.setUint8(at, value);
  else if (width === 2) view.setUint16(at, value, isLittle);
  else if (width === 4)
    view.setUint32(at, random.chance(0.5) ? value : view.getUint32(at, isLittle) + 1, isLittle);
  else view.setBigUint64(at, BigInt(value), isLittle);
  return changed;
}

function cut(bytes: Uint8Array, random: RandomStream): Uint8Array {
  return bytes.subarray(0, position(bytes, random));
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function range(bytes: Uint8Array, random: RandomStream): Range {
  const start = position(bytes, random);
  const longest = random.chance(0.5) ? 16 : bytes.length - start;
  return { start, end: Math.min(bytes.length, start + 1 + below(longest, random)) };
}

function removeRange(bytes: Uint8Array, random: RandomStream): Uint8Array {
  const { start, end } = range(bytes, random);
  return joined(bytes.subarray(0, start), bytes.subarray(end));
}

function repeatRange(bytes: Uint8Array, random: RandomStream): Uint8Array {
  const { start, end } = range(bytes, random);
  const times = 1 + below(4, random);
  const pieces = new Array<Uint8Array>(times).fill(bytes.subarray(start, end));
  return joined(bytes.subarray(0, end), ...pieces, bytes.subarray(end));
}

function fillRange(bytes: Uint8Array, random: RandomStream): Uint8Array {
  const { start, end } = range(bytes, random);
  return bytes.slice().fill(random.chance(0.5) ? 0 : 0xff, start, end);
}

function insertNoise(bytes: Uint8Array, random: RandomStream): Uint8Array {
  const at = position(bytes, random);
  const noise = Uint8Array.from({ length: 1 + below(64, random) }, () => below(256, random));
  return joined(bytes.subarray(0, at), noise, bytes.subarray(at));
}

function splice(bytes: Uint8Array, random: RandomStream, other: Uint8Array): Uint8Array {
  const { start, end } = range(other, random);
  const at = position(bytes, random);
  return joined(bytes.subarray(0, at), other.subarray(start, end), bytes.subarray(at));
}

function headOfOther(bytes: Uint8Array, random: RandomStream, other: Uint8Array): Uint8Array {
  const size = below(Math.min(headSize, other.length), random);
  return joined(other.subarray(0, size), bytes.subarray(random.chance(0.5) ? size : 0));
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const piece of pieces) {
    whole.set(piece, end);
    end += piece.length;
  }
  return whole;
}
