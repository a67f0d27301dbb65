import type { ReliabilityBin } from '@ser/metrics';
import type { ChartModel, TitleOption } from '../chart/chart.js';
import { requireEntries, requireShare } from '../chart/checks.js';
import { formatShare } from '../drawing/formatShare.js';

export interface ReliabilityOptions extends TitleOption {
  /** Expected calibration error, in `[0, 1]`, for the description. @default not mentioned */
  readonly error?: number;
}

/** A bin with at least one prediction. */
export interface FilledBin extends ReliabilityBin {
  /** The bin in words. */
  readonly text: string;
}

export interface ReliabilityModel extends ChartModel {
  readonly bins: readonly FilledBin[];
}

export function reliabilityModel(
  bins: readonly ReliabilityBin[],
  { error, title = 'Reliability diagram' }: ReliabilityOptions,
): ReliabilityModel {
  requireEntries('bins', bins);
  requireShare('error', error);
  const filled = bins.filter(({ count }) => count > 0).map(describeBin);
  const summary = error === undefined ? '' : `Expected calibration error ${formatShare(error)}. `;
  return {
    title,
    description: `${summary}${filled.map(({ text }) => text).join('; ')}.`,
    rows: filled.map(({ low, high, count, confidence, accuracy }) => ({
      ...{ from: low, to: high, 'mean confidence': confidence, accuracy, predictions: count },
    })),
    bins: filled,
  };
}

function describeBin(bin: ReliabilityBin): FilledBin {
  const { low, high, count, accuracy, confidence } = bin;
  requireShare('accuracy', accuracy);
  requireShare('confidence', confidence);
  const range = `confidence ${formatShare(low)} to ${formatShare(high)}`;
  return { ...bin, text: `${range}: ${formatShare(accuracy)} correct of ${count}` };
}
