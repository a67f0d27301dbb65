import type { ClassCounts } from '@ser/charts';
import type { Explanation } from '../measures/explain/explanation.js';
import { distributionChart } from './charts/distributionChart.js';
import { effectsChart } from './charts/effectsChart.js';
import type { DimensionMetrics } from '../measures/runMetrics.js';
import type { DimensionResults } from '../training/predictDimensions.js';
import { dimensionsChart } from './charts/planeChart.js';
import type { NamedChart } from './charts/namedChart.js';
import { splitCharts, type SplitParts, type SplitCharts } from './charts/splitCharts.js';
import { wrongClipChart } from './charts/wrongClipChart.js';
import type { WrongClip } from './wrongClips.js';

export interface ReportChartParts extends SplitParts {
  /** Number of clips of each emotion, by side or by corpus. */
  readonly counts: readonly ClassCounts[];
  readonly wrong: readonly WrongClip[];
  /** Which features carry each emotion in a linear model, if requested. */
  readonly explanation?: Explanation | undefined;
  /** The predicted values of test clips, if there are any. */
  readonly dimensions?:
    { readonly results: DimensionResults; readonly metrics: DimensionMetrics } | undefined;
}

/** All charts of a report, except those of the source's split. */
export interface ReportCharts extends SplitCharts {
  readonly counts: NamedChart | undefined;
  readonly effects: NamedChart | undefined;
  readonly dimensions: NamedChart | undefined;
  /** In the order of the clips; `undefined` for a clip that can no longer be read. */
  readonly wrong: readonly (NamedChart | undefined)[];
}

export function reportCharts(parts: ReportChartParts): ReportCharts {
  const { labels, counts, wrong, explanation, dimensions } = parts;
  return {
    ...splitCharts(parts),
    counts: distributionChart(labels, counts),
    dimensions: dimensions && dimensionsChart(dimensions.results, dimensions.metrics),
    effects: explanation && effectsChart(explanation),
    wrong: wrong.map((clip, place) => wrongClipChart(clip, labels, place)),
  };
}

/** All charts of a group, to write them as files. */
export function allCharts(charts: SplitCharts | ReportCharts): readonly NamedChart[] {
  return Object.values(charts)
    .flat()
    .filter((chart: NamedChart | undefined) => chart !== undefined);
}
