import { useState } from 'preact/hooks';
import { decodeFile } from '../audio/decodeFile.js';
import { percentOf } from '../charts/formatTime.js';
import { chosenFiles } from '../model/droppedFiles.js';
import type { LabeledFile, Report } from '../state/evaluation.js';
import type { Live } from '../state/live.js';
import { text } from '../text.js';
import { FileButton } from './FileButton.js';

const words = text.evaluate;

type Progress = readonly [done: number, total: number];

/** The report for a folder of recordings that are named by their label. */
export function Evaluate({ live }: { readonly live: Live }) {
  const [progress, setProgress] = useState<Progress>();
  const [report, setReport] = useState<Report & { readonly nSkipped: number }>();
  const evaluate = async (files: readonly File[]) => {
    try {
      setReport(await evaluated(live, files, setProgress));
    } catch (error) {
      live.fail(error);
    } finally {
      setProgress(undefined);
    }
  };
  return (
    <section class="card" aria-labelledby="evaluate">
      <h2 id="evaluate">{words.heading}</h2>
      <p>{words.intro}</p>
      <FileButton
        id="folder"
        isFolder
        disabled={progress !== undefined}
        onFiles={(files) => void evaluate(files)}
      >
        {words.choose}
      </FileButton>
      <p role="status">{progress && words.running(...progress)}</p>
      {report && <ReportTable report={report} />}
      {report && report.nSkipped > 0 && <p class="muted">{words.skipped(report.nSkipped)}</p>}
    </section>
  );
}

async function evaluated(live: Live, files: readonly File[], onProgress: (progress: Progress) => void) {
  const { labeledFiles, reportOf } = await import('../state/evaluation.js');
  const { labels } = live.state.model!;
  const clips = labeledFiles(chosenFiles(files), labels);
  if (new Set(clips.map(({ label }) => label)).size < 2) throw new Error(words.tooFew);
  const answers = [];
  for (const [i, clip] of clips.entries()) {
    onProgress([i, clips.length]);
    const recognized = await recognizedLabel(live, clip);
    if (recognized !== undefined) answers.push({ actual: clip.label, recognized });
  }
  return { ...reportOf(answers, labels), nSkipped: files.length - answers.length };
}

/** What a recording is recognized as; undefined if it cannot be decoded. */
async function recognizedLabel(live: Live, { file }: LabeledFile): Promise<string | undefined> {
  const clip = await decodeFile(file).catch(() => undefined);
  return clip && (await live.worker.call('predict', clip)).label;
}

function ReportTable({ report }: { readonly report: Report }) {
  const { labels, matrix, uar, low, high, nClips } = report;
  const rows = labels.map((label, i) => ({ label, counts: matrix[i]! }));
  return (
    <>
      <p id="uar">{words.uar(percentOf(uar), percentOf(low), percentOf(high), nClips)}</p>
      <div class="scroll" tabIndex={0} role="group" aria-label={words.caption}>
        <table class="confusions">
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
            {rows.map(({ label, counts }, i) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {counts.map((count, j) => (
                  <td key={labels[j]} class={i === j && count > 0 ? 'right' : ''}>
                    {count}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
