import { requireNumber } from '@ser/core';
import type { ChartModel, TitleOption } from '../chart/chart.js';
import type { ChartRow } from '../chart/vegaSpec.js';
import { coarsen } from '../drawing/coarsen.js';
import { ChartError } from '../errors.js';

export interface SpectrogramData {
  /** Levels of shape `[nFrames, nBands]`, row-major, as from `logMel` of `@ser/dsp`; higher is louder. */
  readonly levels: ArrayLike<number>;
  /** At least 1. */
  readonly nFrames: number;
  /** Center frequency of each band, Hz, rising; at least one. */
  readonly frequencies: ArrayLike<number>;
  /** Duration of all frames, seconds, above 0. */
  readonly seconds: number;
}

export interface SpectrogramModel extends ChartModel {
  readonly data: SpectrogramData;
}

/** Rows are text, so they are coarser than the raster of the image. */
const most = { frames: 48, bands: 24 };

export function spectrogramModel(
  data: SpectrogramData,
  { title = 'Spectrogram' }: TitleOption,
): SpectrogramModel {
  checkLevels(data);
  return { title, description: describe(data), rows: rowsOf(data), data };
}

/** Cells of mean levels. */
function rowsOf({ levels, nFrames, frequencies, seconds }: SpectrogramData): readonly ChartRow[] {
  const size = [nFrames, frequencies.length] as const;
  const { data, nRows, nColumns } = coarsen(levels, size, [most.frames, most.bands]);
  const hertz = coarsen(frequencies, [1, frequencies.length], [1, nColumns]).data;
  return Array.from(data, (level, i) => ({
    seconds: round(((Math.floor(i / nColumns) + 0.5) / nRows) * seconds, 2),
    hertz: Math.round(hertz[i % nColumns]!),
    level: round(level, 1),
  }));
}

/** Duration and frequency range, and when and where it is loudest. */
function describe({ levels, nFrames, frequencies, seconds }: SpectrogramData): string {
  const nBands = frequencies.length;
  let loudest = 0;
  for (let i = 1; i < levels.length; i++) if (levels[i]! > levels[loudest]!) loudest = i;
  const [frame, band] = [Math.floor(loudest / nBands), loudest % nBands];
  const range = `${Math.round(frequencies[0]!)} to ${Math.round(frequencies[nBands - 1]!)} Hz`;
  const when = (((frame + 0.5) / nFrames) * seconds).toFixed(1);
  return `${seconds.toFixed(1)} seconds, ${range}; loudest at ${when} seconds, about ${Math.round(frequencies[band]!)} Hz.`;
}

function checkLevels({ levels, nFrames, frequencies, seconds }: SpectrogramData): void {
  if (nFrames < 1 || frequencies.length < 1 || levels.length !== nFrames * frequencies.length) {
    throw new ChartError(
      'length-mismatch',
      `\`levels\` must have \`nFrames\` rows of ${frequencies.length} \`frequencies\` (at least 1 of each); got ${levels.length} values for ${nFrames} frames.`,
    );
  }
  requireNumber('seconds', seconds, { above: 0 });
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
