import { corruptContainer, truncatedContainer } from '../containerErrors.js';
import type { PacketList } from '../packetList.js';
import { boxAt, boxes, boxesOf, uint64At, viewOf } from './boxes.js';
import { Fields, mp4 } from './fields.js';

/** Values of the samples of a track in fragments, unless they say otherwise. */
interface Defaults {
  readonly duration: number;
  readonly size: number;
}

/**
 * Adds the samples of a track from the fragments of the file, as MediaRecorder and streams write them.
 *
 * @returns the sum of their durations, in units of the track's time
 * @see ISO/IEC 14496-12, section 8.8
 */
export function addFragmentSamples(
  packets: PacketList,
  bytes: Uint8Array,
  moov: Uint8Array,
  track: number,
): number {
  const defaults = trackDefaults(moov, track);
  let duration = 0;
  for (const { type, content, start, declaredSize } of boxes(bytes)) {
    if (type !== 'moof') continue;
    if (start + declaredSize > bytes.length) {
      throw truncatedContainer(mp4, `a fragment of ${declaredSize} bytes`, bytes.length - start);
    }
    for (const traf of boxesOf(content, 'traf')) {
      duration += addFragment(packets, traf, { track, moofStart: start, defaults });
    }
  }
  return duration;
}

function trackDefaults(moov: Uint8Array, track: number): Defaults {
  for (const trex of boxesOf(boxAt(moov, 'mvex') ?? new Uint8Array(0), 'trex')) {
    if (trex.length >= 20 && viewOf(trex).getUint32(4) === track) {
      return { duration: viewOf(trex).getUint32(12), size: viewOf(trex).getUint32(16) };
    }
  }
  return { duration: 0, size: 0 };
}

interface FragmentContext {
  readonly track: number;
  readonly moofStart: number;
  readonly defaults: Defaults;
}

function addFragment(packets: PacketList, traf: Uint8Array, context: FragmentContext): number {
  const header = boxAt(traf, 'tfhd');
  if (header === undefined) throw corruptContainer(mp4, 'a `tfhd` box in each fragment', 'none');
  const fields = new Fields(header, 'tfhd');
  const flags = fields.unsigned(4);
  if (fields.unsigned(4) !== context.track) return 0;
  const base = flags & 1 ? fields.unsigned(8) : context.moofStart;
  if (flags & 2) fields.skip(4);
  const duration = flags & 8 ? fields.unsigned(4) : context.defaults.duration;
  const size = flags & 16 ? fields.unsigned(4) : context.defaults.size;
  let at = base;
  let sum = 0;
  for (const trun of boxesOf(traf, 'trun')) {
    const run = addRun(packets, trun, { base, next: at, defaults: { duration, size } });
    at = run.end;
    sum += run.duration;
  }
  return sum;
}

interface RunContext {
  readonly base: number;
  /** Where the run begins if it has no offset. */
  readonly next: number;
  readonly defaults: Defaults;
}

function addRun(
  packets: PacketList,
  trun: Uint8Array,
  { base, next, defaults }: RunContext,
): { readonly end: number; readonly duration: number } {
  const fields = new Fields(trun, 'trun');
  const flags = fields.unsigned(4);
  const count = fields.unsigned(4);
  let at = flags & 1 ? base + fields.signed32() : next;
  if (at < 0) throw corruptContainer(mp4, 'an offset of samples within the file', at);
  if (flags & 4) fields.skip(4);
  let sum = 0;
  for (let i = 0; i < count; i++) {
    sum += flags & 0x100 ? fields.unsigned(4) : defaults.duration;
    const size = flags & 0x200 ? fields.unsigned(4) : defaults.size;
    if (flags & 0x400) fields.skip(4);
    if (flags & 0x800) fields.skip(4);
    packets.add(at, size);
    at += size;
  }
  return { end: at, duration: sum };
}

/** The track number in a `tkhd` box. */
export function trackNumber(tkhd: Uint8Array | undefined): number {
  if (tkhd === undefined || tkhd.length < 24) return 1;
  return viewOf(tkhd).getUint32(tkhd[0] === 1 ? 20 : 12);
}

/** Units of time per second, and the duration in them, of a `mdhd` or `mvhd` box. */
export function timeOf(header: Uint8Array | undefined): {
  readonly scale: number;
  readonly duration: number;
} {
  if (header === undefined || header.length < (header[0] === 1 ? 32 : 20)) return { scale: 0, duration: 0 };
  const view = viewOf(header);
  return header[0] === 1
    ? { scale: view.getUint32(20), duration: uint64At(view, 24) }
    : { scale: view.getUint32(12), duration: view.getUint32(16) };
}
