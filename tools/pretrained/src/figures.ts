import type { EnrollmentMetrics } from '@ser/experiments';
import type { ModelFigure } from '@ser/pretrained';

/** Figures have four digits: more would not be significant, and would change with every rounding. */
const rounded = (share: number) => Math.round(1e4 * share) / 1e4;

/**
 * The figures of enrollment curves; of several corpora, also their mean. A corpus that has all labels is listed once.
 */
export function figuresOf({ curves }: EnrollmentMetrics, protocol: string): readonly ModelFigure[] {
  return curves.flatMap(({ choice, labels, chance, points }) =>
    points.flatMap(({ clips, corpora, ...mean }) => {
      const listed = corpora.filter((one) => choice !== 'tested' || one.chance > 1 / labels.length);
      const each = corpora.length > 1 ? [...listed, { corpus: 'mean', chance, ...mean }] : listed;
      return each.map((one): ModelFigure => {
        const { corpus, uar, interval } = one;
        return {
          ...{ protocol, corpus, choice, clips },
          uar: rounded(uar),
          interval: interval && { low: rounded(interval.low), high: rounded(interval.high) },
          chance: rounded(one.chance),
        };
      });
    }),
  );
}
