import { lazy, Suspense } from 'preact/compat';
import type { Evaluation } from '../evaluate/evaluation.js';
import { chosenFiles } from '../model/droppedFiles.js';
import { useStore } from '../state/store.js';
import { text } from '../text.js';
import { FileButton } from './FileButton.js';

const words = text.evaluate;

const ReportView = lazy(() => import('./ReportView.js').then(({ ReportView: view }) => view));

/** The report for labeled recordings: a folder of them, or a table and its recordings. */
export function Evaluate({ evaluation }: { readonly evaluation: Evaluation }) {
  const { progress, report } = useStore(evaluation);
  const run = (files: readonly File[]) => void evaluation.run(chosenFiles(files));
  const isRunning = progress !== undefined;
  return (
    <section class="card" aria-labelledby="evaluate">
      <h2 id="evaluate">{words.heading}</h2>
      <p>{words.intro}</p>
      <div class="row">
        <FileButton id="folder" isFolder disabled={isRunning} onFiles={run}>
          {words.choose}
        </FileButton>
        <FileButton id="table" multiple disabled={isRunning} onFiles={run}>
          {words.chooseTable}
        </FileButton>
      </div>
      <p class="muted">{words.tableHint}</p>
      <p role="status">{progress && words.running(...progress)}</p>
      {report && (
        <Suspense fallback={null}>
          <ReportView report={report} />
        </Suspense>
      )}
    </section>
  );
}
