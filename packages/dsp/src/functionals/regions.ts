import { spanOfSpeech, type FrameSpan } from '../descriptors/frameSpan.js';
import type { VoiceFrames } from '../descriptors/descriptors.js';

/** Fewer voiced frames than this say nothing: all active ones are taken for voiced. */
const fewestVoiced = 5;
/** The same of unvoiced ones. */
const fewestUnvoiced = 3;

/** Which frames of a clip the functionals look at; `first` and `end` are those of the span of speech. */
export interface Regions extends FrameSpan {
  /** Numbers of the frames in which somebody speaks, ascending, at least one. */
  readonly active: Int32Array;
  /** Those that are voiced; all active ones where these are too few. */
  readonly voiced: Int32Array;
  /** Those that are not voiced; all active ones where these are too few. */
  readonly unvoiced: Int32Array;
  /** Where each third of the span of speech begins, and the last ends: four frame numbers. */
  readonly thirds: readonly number[];
}

export function regionsOf({ active: isActive, voiced: isVoiced }: VoiceFrames): Regions {
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

/** Where each third of `length` frames from `start` on begins, and the last ends: four frame numbers. */
export function thirdsOf(start: number, length: number): readonly number[] {
  return [0, 1, 2].map((third) => Math.floor(start + third * (length / 3))).concat(start + length);
}
