/** Where the frames of a feature lie in a clip. */
export interface FrameLayout {
  /** Length of a frame, in samples. */
  readonly frameLength: number;
  /** Step from one frame to the next, in samples. */
  readonly hopLength: number;
  /** Whether frame `t` is centred on sample `t * hopLength`, or starts there. */
  readonly center: boolean;
  /**
   * Which of the frames are rows, in words that are equal where the choice is.
   *
   * @default all
   */
  readonly rows?: string;
}

/** The layout of features that are one row a clip. */
export const wholeClip: FrameLayout = { frameLength: Infinity, hopLength: Infinity, center: false };

/** Whether two layouts make equally many frames of every clip, each at the same time. */
export function isAligned(a: FrameLayout, b: FrameLayout): boolean {
  if (a.hopLength !== b.hopLength || a.center !== b.center || a.rows !== b.rows) return false;
  // Centred frames of odd length lack one sample of padding, and with it sometimes the last frame.
  return a.center ? a.frameLength % 2 === b.frameLength % 2 : a.frameLength === b.frameLength;
}
