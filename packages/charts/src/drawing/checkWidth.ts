import { ChartError } from '../errors.js';

/** What every picture of a free width has. */
export interface WidthOption {
  /**
   * Natural width of the picture, px, at least 320; it shrinks with its container.
   *
   * @default 480
   */
  readonly width?: number;
}

/** The width to draw at. */
export function checkWidth({ width = 480 }: WidthOption): number {
  if (width >= 320 && Number.isFinite(width)) return width;
  throw new ChartError('invalid-option', `\`width\` must be at least 320 px, got \`${width}\`.`);
}
