import type { Descriptors } from '../descriptors/descriptors.js';
import { spanOfSpeech, type FrameSpan } from '../descriptors/frameSpan.js';

/** With fewer voiced frames, all active frames are treated as voiced. */
const fewestVoiced = 5;
/** With fewer unvoiced frames, all active frames are treated as unvoiced. */
const fewestUnvoiced = 3;

/** The frames of a clip that functionals are computed from; `first` and `end` are those of the span of speech. */
export interface Regions extends FrameSpan {
  /** Indices of the active frames, ascending, at least one. */
  readonly active: Int32Array;
  /** Indices of the voiced active frames; all active frames if these are too few. */
  readonly voiced: Int32Array;
  /** Indices of the unvoiced active frames; all active frames if these are too few. */
  readonly unvoiced: Int32Array;
  /** Start of each third of the span of speech, and the end of the last: four frame indices. */
  readonly thirds: readonly number[];
}

export function regionsOf({ active: isActive, voiced: isVoiced }: Descriptors): Regions {
  const span = spanOfSpeech(isActive);
  const active = framesWhere(isActive, () => true);
  const voiced = framesWhere(isActive, (frame) => isVoiced[frame] === 1);
  const hasVoice = voiced.length >= fewestVoiced;
  const unvoiced = hasVoice ? framesWhere(isActive, (frame) => isVoiced[frame] === 0) : active.subarray(0, 0);
  return {
    active,
    voiced: hasVoice ? voiced : active,
    unvoiced: unvoiced.length >= fewestUnvoiced ? unvoiced : active,
    ...span,
    thirds: thirdsOf(0, span.end - span.first).map((frame) => span.first + frame),
  };
}

function framesWhere(isActive: Uint8Array, isWanted: (frame: number) => boolean): Int32Array {
  const frames = new Int32Array(isActive.length);
  let count = 0;
  for (let frame = 0; frame < isActive.length; frame++) {
    if (isActive[frame] === 1 && isWanted(frame)) frames[count++] = frame;
  }
  return frames.subarray(0, count);
}

/** Start of each third of `length` frames from `start` on, and the end of the last: four frame indices. */
export function thirdsOf(start: number, length: number): readonly number[] {
  return [0, 1, 2].map((third) => Math.floor(start + third * (length / 3))).concat(start + length);
}
