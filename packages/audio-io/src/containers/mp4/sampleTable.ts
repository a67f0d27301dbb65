import { corruptContainer } from '../containerErrors.js';
import type { PacketList } from '../packetList.js';
import { boxAt } from './boxes.js';
import { Fields, mp4 } from './fields.js';

/**
 * Adds the samples of a track from its tables: which chunk has how many samples, where it begins, and how large they are.
 *
 * @param frameBytes bytes per sample of PCM, whose declared sizes are often 1; otherwise `undefined`
 * @throws {SerError} `truncated-file` if the file ends before; `corrupt-file`
 * @see ISO/IEC 14496-12, section 8.7
 */
export function addTableSamples(packets: PacketList, stbl: Uint8Array, frameBytes: number | undefined): void {
  const offsets = chunkOffsets(stbl);
  const sizeOf = sampleSizes(stbl);
  let sample = 0;
  for (const [chunk, nSamples] of chunkCounts(stbl, offsets.length)) {
    const count = Math.min(nSamples, sizeOf.count - sample);
    let at = offsets[chunk]!;
    if (frameBytes !== undefined) {
      if (count > 0) packets.add(at, count * frameBytes);
      sample += count;
      continue;
    }
    for (let i = 0; i < count; i++, sample++) {
      const size = sizeOf.at(sample);
      packets.add(at, size);
      at += size;
    }
  }
  if (sample < sizeOf.count) {
    throw corruptContainer(mp4, `chunks of ${sizeOf.count} samples`, sample);
  }
}

/** Sum of the durations of all samples, in units of the track's time. */
export function tableDuration(stbl: Uint8Array): number {
  const stts = boxAt(stbl, 'stts');
  if (stts === undefined) return 0;
  const fields = new Fields(stts, 'stts');
  fields.skip(4);
  const n = fields.unsigned(4);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += fields.unsigned(4) * fields.unsigned(4);
  return sum;
}

function chunkOffsets(stbl: Uint8Array): Float64Array {
  const short = boxAt(stbl, 'stco');
  const offsets = short ?? boxAt(stbl, 'co64');
  if (offsets === undefined) return new Float64Array(0);
  const width = short === undefined ? 8 : 4;
  const fields = new Fields(offsets, short === undefined ? 'co64' : 'stco');
  fields.skip(4);
  const n = fields.unsigned(4);
  if (n * width > fields.nLeft) throw corruptContainer(mp4, `${n} offsets of chunks`, fields.nLeft / width);
  return Float64Array.from({ length: n }, () => fields.unsigned(width));
}

/** The number of samples of each chunk; a count holds until the next one. */
function* chunkCounts(stbl: Uint8Array, nChunks: number): Generator<readonly [chunk: number, count: number]> {
  const stsc = boxAt(stbl, 'stsc');
  if (stsc === undefined || nChunks === 0) return;
  const fields = new Fields(stsc, 'stsc');
  fields.skip(4);
  const n = fields.unsigned(4);
  let first = n > 0 ? fields.unsigned(4) : nChunks + 1;
  for (let i = 0; i < n; i++) {
    const count = fields.unsigned(4);
    fields.skip(4);
    const next = i + 1 < n ? fields.unsigned(4) : nChunks + 1;
    if (first < 1 || next < first || next > nChunks + 1) {
      throw corruptContainer(mp4, `chunks from 1 to ${nChunks} in order`, `${first} and ${next}`);
    }
    for (let chunk = first; chunk < next; chunk++) yield [chunk - 1, count];
    first = next;
  }
}

interface Sizes {
  readonly count: number;
  at(sample: number): number;
}

function sampleSizes(stbl: Uint8Array): Sizes {
  const stsz = boxAt(stbl, 'stsz');
  if (stsz === undefined) return compactSizes(stbl);
  const fields = new Fields(stsz, 'stsz');
  fields.skip(4);
  const size = fields.unsigned(4);
  const count = fields.unsigned(4);
  if (size > 0) return { count, at: () => size };
  if (4 * count > fields.nLeft) throw corruptContainer(mp4, `sizes of ${count} samples`, fields.nLeft / 4);
  const rest = fields.rest();
  const view = new DataView(rest.buffer, rest.byteOffset, rest.byteLength);
  return { count, at: (sample) => view.getUint32(4 * sample) };
}

/** Sizes of 4, 8, or 16 bits. */
function compactSizes(stbl: Uint8Array): Sizes {
  const stz2 = boxAt(stbl, 'stz2');
  if (stz2 === undefined) return { count: 0, at: () => 0 };
  const fields = new Fields(stz2, 'stz2');
  fields.skip(7);
  const bits = fields.unsigned(1);
  const count = fields.unsigned(4);
  const rest = fields.rest();
  if (![4, 8, 16].includes(bits) || (count * bits) / 8 > rest.length) {
    throw corruptContainer(mp4, `sizes of ${count} samples of ${bits} bits`, `${rest.length} bytes`);
  }
  if (bits === 8) return { count, at: (sample) => rest[sample]! };
  if (bits === 16) return { count, at: (sample) => rest[2 * sample]! * 256 + rest[2 * sample + 1]! };
  return { count, at: (sample) => (rest[sample >> 1]! >> (sample % 2 === 0 ? 4 : 0)) & 15 };
}
