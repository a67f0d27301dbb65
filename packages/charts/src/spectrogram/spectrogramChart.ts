import { type Chart, chartOf, type TitleOption } from '../chart/chart.js';
import { drawSpectrogram } from './drawSpectrogram.js';
import { type SpectrogramData, spectrogramModel } from './spectrogramModel.js';

/**
 * Levels over time and frequency; lighter is louder. The image has a coarse raster, so that it stays below 10 kB; `rows`
 * has at most 48 by 24 cells, each the mean of its levels.
 *
 * @throws {SerError} `length-mismatch` if `levels` has another size; `invalid-option` for `seconds`
 *
 * @example
 * const { data, nFrames } = logMel(clip, { nMels: 64, ref: 'max' });
 * spectrogramChart({ levels: data, nFrames, frequencies: melFrequencies({ nMels: 64 }), seconds: 3.2 }).svg();
 */
export function spectrogramChart(data: SpectrogramData, options: TitleOption = {}): Chart {
  return chartOf(spectrogramModel(data, options), { draw: drawSpectrogram, vega });
}

function vega() {
  return {
    width: 360,
    height: 150,
    mark: { type: 'rect', tooltip: true },
    encoding: {
      x: { field: 'seconds', type: 'ordinal', axis: { labelOverlap: true } },
      y: { field: 'hertz', type: 'ordinal', sort: 'descending', axis: { labelOverlap: true } },
      color: { field: 'level', type: 'quantitative', scale: { scheme: 'cividis' } },
    },
  };
}
