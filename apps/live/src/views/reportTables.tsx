import { percentOf } from '../charts/formatTime.js';
import type { EvaluationReport } from '../evaluate/evaluation.js';
import { text } from '../text.js';

const words = text.evaluate;

interface Props {
  readonly report: EvaluationReport;
}

/** Recall, precision, and number of recordings of each label. */
export function RecallTable({ report: { perLabel, nClips } }: Props) {
  return (
    <table class="numbers" id="recalls">
      <caption>{words.perLabel}</caption>
      <thead>
        <tr>
          <th scope="col">{words.label}</th>
          <th scope="col">{words.recall}</th>
          <th scope="col">{words.precision}</th>
          <th scope="col">{words.number}</th>
        </tr>
      </thead>
      <tbody>
        {perLabel.map(({ label, recall, precision, n }) => (
          <tr key={label} data-label={label} data-recall={recall}>
            <th scope="row">{label}</th>
            <td>{percentOf(recall)}%</td>
            <td>{percentOf(precision)}%</td>
            <td>
              {n} ({percentOf(n / nClips)}%)
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How often each label was recognized as each. */
export function ConfusionTable({ report: { labels, matrix } }: Props) {
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={words.caption}>
      <table class="numbers confusions">
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.actual}</th>
            {labels.map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {labels.map((label, i) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {matrix[i]!.map((count, j) => (
                <td key={labels[j]} class={i === j && count > 0 ? 'right' : ''}>
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
