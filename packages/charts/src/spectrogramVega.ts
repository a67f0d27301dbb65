import { coarsen } from './drawing/coarsen.js';
import {
  checkSpectrogram,
  describeSpectrogram,
  titleSpectrogram,
  type SpectrogramSvgOptions,
} from './spectrogramSvg.js';
import { type VegaSpec, vegaSpec } from './vegaSpec.js';

/** A specification holds its data as text, so they are coarser than the raster of the SVG. */
const most = { frames: 48, bands: 24 };

/**
 * A spectrogram as a Vega-Lite specification, made coarse: 48 by 24 cells at most, each with the mean of its levels.
 *
 * @throws {SerError} as `spectrogramSvg`
 */
export function spectrogramVega(options: SpectrogramSvgOptions): VegaSpec {
  const { levels, nFrames, frequencies, seconds } = checkSpectrogram(options);
  const size = [nFrames, frequencies.length] as const;
  const { data, nRows, nColumns } = coarsen(levels, size, [most.frames, most.bands]);
  const pitch = coarsen(frequencies, [1, frequencies.length], [1, nColumns]).data;
  const values = Array.from(data, (level, i) => ({
    seconds: round(((Math.floor(i / nColumns) + 0.5) / nRows) * seconds, 2),
    hertz: Math.round(pitch[i % nColumns]!),
    level: round(level, 1),
  }));
  return vegaSpec({
    title: titleSpectrogram(options),
    description: describeSpectrogram(options),
    values,
    view: {
      width: 360,
      height: 150,
      mark: { type: 'rect', tooltip: true },
      encoding: {
        x: { field: 'seconds', type: 'ordinal', axis: { labelOverlap: true } },
        y: { field: 'hertz', type: 'ordinal', sort: 'descending', axis: { labelOverlap: true } },
        color: { field: 'level', type: 'quantitative', scale: { scheme: 'cividis' } },
      },
    },
  });
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
