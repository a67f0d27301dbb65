import { answerFormatOf } from '../batch/answerFile.js';
import { inputClips } from '../batch/inputClips.js';
import { predictToFile, type WrittenAnswers } from '../batch/predictToFile.js';
import type { WindowOptions } from '@ser/recognizer';
import type { CommandIo } from '../commandIo.js';
import { openChosenEngine, openModel } from '../openModel.js';
import type { EngineChoice } from '../options/engine.js';
import { ReportedFailure } from '../reportedFailure.js';
import { writeJson } from '../show/json.js';
import { printable } from '../show/printable.js';

export interface PredictTableOptions {
  readonly model: string | undefined;
  readonly engine: EngineChoice;
  readonly top: number | undefined;
  readonly unsureBelow: number | undefined;
  readonly columns: Readonly<Record<string, string>> | undefined;
  readonly windows: WindowOptions | undefined;
  readonly workers: number;
  readonly plugins: readonly string[] | undefined;
  /** As typed. */
  readonly out: string;
  readonly json: boolean;
}

/** `ser predict … --out FILE`: one row per recording. */
export async function predictTable(
  io: CommandIo,
  typed: readonly string[],
  { model, engine, json, columns, ...options }: PredictTableOptions,
): Promise<void> {
  answerFormatOf(options.out);
  const inputs = await inputClips(io, typed, columns);
  const { recognizer } = await openModel(io, model, await openChosenEngine(io, engine));
  const written = await predictToFile(io, { recognizer, inputs, engine, ...options }).finally(() =>
    recognizer.dispose(),
  );
  if (json) writeJson(io, { ...written, unusableRows: inputs.nUnusableRows });
  else io.stdout.write(writtenText(written));
  if (written.failed + inputs.nUnusableRows > 0) throw new ReportedFailure();
}

function writtenText({ out, rows, kept, failed, predictions }: WrittenAnswers): string {
  const counts = Object.entries(predictions)
    .sort(([, a], [, b]) => b - a)
    .map(([label, count]) => `${printable(label)} ${count}`);
  const parts = [
    `${printable(out)}  ${rows} row${rows === 1 ? '' : 's'}`,
    ...(kept > 0 ? [`${kept} from before`] : []),
    ...(counts.length > 0 ? [counts.join(', ')] : []),
    ...(failed > 0 ? [`${failed} failed; see the column \`error\``] : []),
  ];
  return `${parts.join('; ')}\n`;
}
