import { DspError } from '../errors.js';
import { binWidth } from '../spectrum/binWidth.js';
import { roundHalfToEven } from '../spectrum/roundHalfToEven.js';

/** A run of FFT bins, and how many of the weakest and strongest make its valley and peak. */
export interface ContrastBand {
  readonly firstBin: number;
  readonly nBins: number;
  readonly nExtremes: number;
}

interface ContrastBandOptions {
  readonly sampleRate: number;
  readonly nFft: number;
  readonly nBands: number;
  readonly fMin: number;
  readonly quantile: number;
}

/**
 * The bins from 0 Hz to `fMin`, `nBands - 1` octaves above it, and all that lies higher. Like librosa's, each band
 * but the first begins a bin below its lower edge, each but the last leaves out its highest bin, and the bin left out
 * counts among those the quantile is taken of.
 *
 * @throws {SerError} `invalid-option` when a band has no bin
 * @see librosa.feature.spectral_contrast, https://librosa.org/doc/0.11.0/generated/librosa.feature.spectral_contrast.html
 */
export function contrastBands(options: ContrastBandOptions): readonly ContrastBand[] {
  const { nBands, fMin, quantile } = options;
  return Array.from({ length: nBands + 1 }, (_, band) => {
    const low = band === 0 ? 0 : fMin * 2 ** (band - 1);
    const high = fMin * 2 ** band;
    const [lowest, highest] = binsWithin(low, high, options);
    const isLast = band === nBands;
    const firstBin = band === 0 ? lowest : lowest - 1;
    const endBin = isLast ? 1 + Math.floor(options.nFft / 2) : highest + 1;
    const nBins = endBin - firstBin - (isLast ? 0 : 1);
    if (highest < lowest || nBins < 1) refuseEmpty(band, low, high, options);
    const nExtremes = Math.max(1, roundHalfToEven(quantile * (endBin - firstBin)));
    return { firstBin, nBins, nExtremes: Math.min(nExtremes, nBins) };
  });
}

/** First and last bin in `[low, high]` Hz; the last is less than the first when there is none. */
function binsWithin(low: number, high: number, options: ContrastBandOptions): [number, number] {
  const width = binWidth(options);
  let lowest = 0;
  while (lowest * width < low) lowest++;
  let highest = Math.floor(options.nFft / 2);
  while (highest * width > high) highest--;
  return [lowest, highest];
}

function refuseEmpty(band: number, low: number, high: number, { nFft, nBands }: ContrastBandOptions): never {
  throw new DspError(
    'invalid-option',
    `Expected each of the \`nBands\` (${nBands}) + 1 bands to hold FFT bins, got none in band ${band}, ` +
      `${low} to ${high} Hz, with \`nFft\` ${nFft}. Raise \`nFft\` or \`fMin\`, or lower \`nBands\`.`,
  );
}
