import { requireInteger } from '@ser/core';

// Upper bounds, so that a mistyped size is rejected instead of filling the memory.

/** Longest frame, window, and Fourier transform, in samples: four seconds at 16 kHz. */
const maxFrameLength = 65536;

/** Bounds of the step from one frame to the next, in samples: more than a minute at 48 kHz. */
export const hopBounds = { min: 1, max: 2 ** 22 } as const;

/** Maximum number of columns of one feature, such as mel bands. */
export const maxColumns = 4096;

/** Maximum number of frames for a slope or a context window. */
export const maxWindowFrames = 9999;

/** @throws {SerError} `invalid-option` unless `value` is an integer from `min` to 65536 */
export function requireFrameLength(name: string, value: unknown, min: number): asserts value is number {
  const isTooLong = typeof value === 'number' && value > maxFrameLength;
  const fix = isTooLong ? 'Choose a smaller window.' : undefined;
  requireInteger(name, value, { min, max: maxFrameLength, fix });
}
