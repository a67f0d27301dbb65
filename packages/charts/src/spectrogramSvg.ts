import { type WidthOption, checkWidth } from './drawing/checkWidth.js';
import { coarsen } from './drawing/coarsen.js';
import { element, escapeText } from './drawing/element.js';
import { figure } from './drawing/figure.js';
import { niceTicks } from './drawing/niceTicks.js';
import { plotAxes, type Plot } from './drawing/plotAxes.js';
import { pngImage } from './drawing/pngImage.js';
import { rampColour } from './drawing/rampColours.js';
import { ChartError } from './errors.js';

export interface SpectrogramSvgOptions extends WidthOption {
  /** Levels of shape `[nFrames, nBands]`, row-major, such as `logMel` of `@ser/dsp` gives; higher is louder. */
  readonly levels: ArrayLike<number>;
  /** At least 1. */
  readonly nFrames: number;
  /** The middle of each band, Hz, rising; at least one. */
  readonly frequencies: ArrayLike<number>;
  /** What the frames span, seconds, above 0. */
  readonly seconds: number;
  /** @default 'Spectrogram' */
  readonly title?: string;
}

/**
 * A clip's level over time and pitch; lighter is louder. The raster is made coarse and embedded, so that the picture
 * stays below 10 kB.
 *
 * @returns SVG markup with a text alternative, all text escaped, for light and dark pages
 * @throws {SerError} `length-mismatch` when `levels` has another size; `invalid-option` for `seconds` and `width`
 *
 * @example
 * const { data, nFrames } = logMel(clip, { nMels: 64, ref: 'max' });
 * spectrogramSvg({ levels: data, nFrames, frequencies: melFrequencies({ nMels: 64 }), seconds: 3.2 });
 */
export function spectrogramSvg(options: SpectrogramSvgOptions): string {
  const { frequencies } = checkSpectrogram(options);
  const width = checkWidth(options);
  const plot = plotOf(options, width);
  const { left, right, top, bottom } = plot;
  const image = element('image', {
    ...{ x: left, y: top, width: right - left, height: bottom - top },
    preserveAspectRatio: 'none',
    href: rasterOf(options),
  });
  return figure({
    width,
    height: bottom + 42,
    title: titleSpectrogram(options),
    description: describeSpectrogram(options),
    body: [
      ...plotAxes(
        { ...plot, yTicks: { values: [], format: String } },
        { x: 'seconds', y: frequencies.length > 1 ? 'kHz; lighter is louder' : 'lighter is louder' },
      ),
      image,
      ...drawFrequencies(frequencies, plot),
    ],
  });
}

const most = { frames: 144, bands: 64 };
const nColours = 16;

function plotOf({ seconds, frequencies }: SpectrogramSvgOptions, width: number): Plot {
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
    const text = { x: plot.left - 6, y: plot.y(band) + 4, 'text-anchor': 'end', 'font-size': 11 };
    return element('text', { ...text, class: 'muted' }, escapeText(String(hertz / 1000)));
  });
}

/** Where a frequency lies among the bands, in bands; `undefined` outside them. */
function bandAt(frequencies: ArrayLike<number>, hertz: number): number | undefined {
  for (let band = 1; band < frequencies.length; band++) {
    const [below, above] = [frequencies[band - 1]!, frequencies[band]!];
    if (hertz >= below && hertz <= above) return band - 1 + (hertz - below) / (above - below);
  }
  return undefined;
}

function rasterOf({ levels, nFrames, frequencies }: SpectrogramSvgOptions): string {
  const { data, nRows, nColumns } = coarsen(levels, [nFrames, frequencies.length], [most.frames, most.bands]);
  const low = data.reduce((a, b) => Math.min(a, b));
  const high = data.reduce((a, b) => Math.max(a, b));
  const pixels = new Uint8Array(data.length);
  for (let frame = 0; frame < nRows; frame++) {
    for (let band = 0; band < nColumns; band++) {
      const place = high > low ? (data[frame * nColumns + band]! - low) / (high - low) : 0;
      pixels[(nColumns - 1 - band) * nRows + frame] = Math.round(place * (nColours - 1));
    }
  }
  const palette = Array.from({ length: nColours }, (_, i) => rampColour(i / (nColours - 1)));
  return pngImage({ width: nRows, height: nColumns, pixels, palette });
}

export function titleSpectrogram({ title }: SpectrogramSvgOptions): string {
  return title ?? 'Spectrogram';
}

/** The picture in words: how long, how high, and when and where it is loudest. */
export function describeSpectrogram(options: SpectrogramSvgOptions): string {
  const { levels, nFrames, frequencies, seconds } = options;
  const nBands = frequencies.length;
  let loudest = 0;
  for (let i = 1; i < levels.length; i++) if (levels[i]! > levels[loudest]!) loudest = i;
  const [frame, band] = [Math.floor(loudest / nBands), loudest % nBands];
  const range = `${Math.round(frequencies[0]!)} to ${Math.round(frequencies[nBands - 1]!)} Hz`;
  const when = (((frame + 0.5) / nFrames) * seconds).toFixed(1);
  return `${seconds.toFixed(1)} seconds, ${range}; loudest at ${when} seconds, about ${Math.round(frequencies[band]!)} Hz.`;
}

export function checkSpectrogram(options: SpectrogramSvgOptions): SpectrogramSvgOptions {
  const { levels, nFrames, frequencies, seconds } = options;
  if (nFrames < 1 || frequencies.length < 1 || levels.length !== nFrames * frequencies.length) {
    throw new ChartError(
      'length-mismatch',
      `\`levels\` must hold \`nFrames\` rows of ${frequencies.length} \`frequencies\` (at least 1 of each), got ${levels.length} values for ${nFrames} frames.`,
    );
  }
  if (!(seconds > 0 && Number.isFinite(seconds))) {
    throw new ChartError('invalid-option', `\`seconds\` must be above 0, got \`${seconds}\`.`);
  }
  return options;
}
