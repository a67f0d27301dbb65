/** Position of the frames of a feature in a clip. */
export interface FrameLayout {
  /** Length of a frame, in samples. */
  readonly frameLength: number;
  /** Step from one frame to the next, in samples. */
  readonly hopLength: number;
  /** Whether frame `t` is centered on sample `t * hopLength`, or starts there. */
  readonly center: boolean;
  /**
   * Which frames are rows, as a label: two layouts with the same label have the same rows.
   *
   * @default all
   */
  readonly rows?: string;
}

/** The layout of features with one row per clip. */
export const wholeClip: FrameLayout = { frameLength: Infinity, hopLength: Infinity, center: false };

/** Whether two layouts give the same number of frames for every clip, at the same times. */
export function isAligned(a: FrameLayout, b: FrameLayout): boolean {
  if (a.hopLength !== b.hopLength || a.center !== b.center || a.rows !== b.rows) return false;
  // Centered frames of odd length have one sample of padding less, and sometimes lack the last frame.
  return a.center ? a.frameLength % 2 === b.frameLength % 2 : a.frameLength === b.frameLength;
}
