import { unreliableReasons } from '@ser/metrics';
import { percentOf } from '../charts/formatTime.js';
import type { EvaluationReport } from '../evaluate/evaluation.js';
import { text } from '../text.js';
import { ConfusionTable, RecallTable } from './reportTables.js';

const words = text.evaluate;

/** The report: score and interval, what the model was trained on, recalls, confusions, and what was left out. */
export function ReportView({ report }: { readonly report: EvaluationReport }) {
  return (
    <div id="report">
      <h3>{words.result}</h3>
      <Score report={report} />
      <p>{trainingSentence(report)}</p>
      {report.taughtBy !== undefined && <p>{words.taughtBy(report.taughtBy)}</p>}
      <RecallTable report={report} />
      <ConfusionTable report={report} />
      <Skipped report={report} />
    </div>
  );
}

function Score({ report }: { readonly report: EvaluationReport }) {
  const { uar, chance, interval, nClips, nSpeakers } = report;
  return (
    <>
      <p id="uar">
        <strong>{words.uar(percentOf(uar))}</strong> {words.chance(percentOf(chance), nClips)}
      </p>
      <p id="interval">
        {interval && !Number.isNaN(interval.low)
          ? words.interval(percentOf(interval.low), percentOf(interval.high), interval.nGroups)
          : nSpeakers === 1
            ? words.oneSpeaker
            : words.unknownSpeakers}{' '}
        {interval && !interval.reliable && unreliableReasons[interval.reason]}
      </p>
    </>
  );
}

function trainingSentence({ trainedOn, nSpeakers, trainedCorpora }: EvaluationReport): string {
  if (trainedOn.length > 0) return words.trainedOn(trainedOn, nSpeakers ?? trainedOn.length);
  return words.notTrainedOn(trainedCorpora);
}

function Skipped({ report: { skipped } }: { readonly report: EvaluationReport }) {
  if (skipped.length === 0) return <p class="muted">{words.nothingSkipped}</p>;
  return (
    <details id="skipped">
      <summary>{words.skipped(skipped.length)}</summary>
      <ul class="scroll">
        {skipped.map(({ path, reason }, i) => (
          <li key={i}>
            <code>{path}</code>: {reason}
          </li>
        ))}
      </ul>
    </details>
  );
}
