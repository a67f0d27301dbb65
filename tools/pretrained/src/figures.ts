import type { EnrolmentMetrics } from '@ser/experiments';
import type { ModelFigure } from '@ser/pretrained';

/** Figures are kept with four digits: more would say nothing, and change with every rounding. */
const rounded = (share: number) => Math.round(1e4 * share) / 1e4;

/**
 * What an enrolment curve says, as the cards have it; of several corpora, their mean besides. A corpus that has all
 * labels is told once.
 */
export function figuresOf({ curves }: EnrolmentMetrics, protocol: string): readonly ModelFigure[] {
  return curves.flatMap(({ choice, labels, chance, points }) =>
    points.flatMap(({ clips, corpora, ...mean }) => {
      const told = corpora.filter((one) => choice !== 'tested' || one.chance > 1 / labels.length);
      const each = corpora.length > 1 ? [...told, { corpus: 'mean', chance, ...mean }] : told;
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
