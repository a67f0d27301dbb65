import { DspError } from '../errors.js';
import { binWidth } from '../spectrum/binWidth.js';
import { roundHalfToEven } from '../spectrum/roundHalfToEven.js';

/** A band of consecutive FFT bins. */
export interface ContrastBand {
  readonly firstBin: number;
  readonly nBins: number;
  /** Number of the weakest bins that form the valley, and of the strongest that form the peak. */
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
 * The bands of spectral contrast: from 0 Hz to `fMin`, `nBands - 1` octaves above it, and all higher frequencies. As in
 * librosa, each band except the first includes one bin below its lower edge, and each band except the last leaves out
 * its highest bin, which still counts for the quantile.
 *
 * @throws {SerError} `invalid-option` if a band has no bin
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
    if (highest < lowest || nBins < 1) throw emptyBand(band, low, high, options);
    const nExtremes = Math.max(1, roundHalfToEven(quantile * (endBin - firstBin)));
    return { firstBin, nBins, nExtremes: Math.min(nExtremes, nBins) };
  });
}

/** First and last bin in `[low, high]` Hz; the last is less than the first if there is none. */
function binsWithin(low: number, high: number, options: ContrastBandOptions): [number, number] {
  const width = binWidth(options);
  let lowest = 0;
  while (lowest * width < low) lowest++;
  let highest = Math.floor(options.nFft / 2);
  while (highest * width > high) highest--;
  return [lowest, highest];
}

function emptyBand(band: number, low: number, high: number, { nFft, nBands }: ContrastBandOptions): DspError {
  return new DspError(
    'invalid-option',
    `Each of the \`nBands\` + 1 bands must hold FFT bins; got none in band ${band}, ${low} to ${high} Hz, with ` +
      `\`nBands\` ${nBands} and \`nFft\` ${nFft}. Raise \`nFft\` or \`fMin\`, or lower \`nBands\`.`,
  );
}
