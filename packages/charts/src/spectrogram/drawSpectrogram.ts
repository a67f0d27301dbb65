import { coarsen } from '../drawing/coarsen.js';
import { element, textElement } from '../drawing/element.js';
import type { Drawing } from '../drawing/figure.js';
import { niceTicks } from '../drawing/niceTicks.js';
import { type Plot, plotAxes } from '../drawing/plotAxes.js';
import { pngImage } from '../drawing/pngImage.js';
import { rampColor } from '../drawing/rampColors.js';
import type { SpectrogramData, SpectrogramModel } from './spectrogramModel.js';

const most = { frames: 144, bands: 64 };
const nColors = 16;

export function drawSpectrogram({ data }: SpectrogramModel, width: number): Drawing {
  const plot = plotOf(data, width);
  const { left, right, top, bottom } = plot;
  const yLabel = data.frequencies.length > 1 ? 'kHz; lighter is louder' : 'lighter is louder';
  return {
    width,
    height: bottom + 42,
    body: [
      ...plotAxes(plot, { x: 'seconds', y: yLabel }),
      element('image', {
        ...{ x: left, y: top, width: right - left, height: bottom - top },
        preserveAspectRatio: 'none',
        href: rasterOf(data),
      }),
      ...drawFrequencies(data.frequencies, plot),
    ],
  };
}

function plotOf({ seconds, frequencies }: SpectrogramData, width: number): Plot {
  const [left, top, right] = [36, 20, width - 12];
  const bottom = top + 150;
  const nBands = frequencies.length;
  return {
    ...{ left, top, right, bottom, width },
    xTicks: niceTicks(0, seconds, { count: 5 }),
    yTicks: { values: [], format: String },
    x: (time) => left + (time / seconds) * (right - left),
    y: (band) => bottom - ((band + 0.5) / nBands) * (bottom - top),
  };
}

/** Round frequencies, each at its place among the bands. */
function drawFrequencies(frequencies: ArrayLike<number>, plot: Plot): string[] {
  const marks = [250, 500, 1000, 2000, 4000, 8000, 16000];
  return marks.flatMap((hertz) => {
    const band = bandAt(frequencies, hertz);
    if (band === undefined) return [];
    const place = { x: plot.left - 6, y: plot.y(band) + 4, 'text-anchor': 'end', 'font-size': 11 };
    return textElement({ ...place, class: 'muted' }, String(hertz / 1000));
  });
}

/** The place of a frequency among the bands, in bands; `undefined` outside them. */
function bandAt(frequencies: ArrayLike<number>, hertz: number): number | undefined {
  for (let band = 1; band < frequencies.length; band++) {
    const [below, above] = [frequencies[band - 1]!, frequencies[band]!];
    if (hertz >= below && hertz <= above) return band - 1 + (hertz - below) / (above - below);
  }
  return undefined;
}

/** The levels as a PNG of at most 144 by 64 pixels and 16 colors. */
function rasterOf({ levels, nFrames, frequencies }: SpectrogramData): string {
  const { data, nRows, nColumns } = coarsen(levels, [nFrames, frequencies.length], [most.frames, most.bands]);
  const low = data.reduce((a, b) => Math.min(a, b));
  const high = data.reduce((a, b) => Math.max(a, b));
  const pixels = new Uint8Array(data.length);
  for (let frame = 0; frame < nRows; frame++) {
    for (let band = 0; band < nColumns; band++) {
      const place = high > low ? (data[frame * nColumns + band]! - low) / (high - low) : 0;
      pixels[(nColumns - 1 - band) * nRows + frame] = Math.round(place * (nColors - 1));
    }
  }
  const palette = Array.from({ length: nColors }, (_, i) => rampColor(i / (nColors - 1)));
  return pngImage({ width: nRows, height: nColumns, pixels, palette });
}
