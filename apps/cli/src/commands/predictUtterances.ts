import { inputClips } from '../batch/inputClips.js';
import {
  annotationFormatOf,
  type FileUtterance,
  isForSeveral,
  type RecordingUtterances,
  utterancesOf,
  writeUtterances,
} from '../batch/utterancesToFile.js';
import type { CommandIo } from '../commandIo.js';
import { eachFile, failureLine, fileResultJson, requireAllDone } from '../eachFile.js';
import { openChosenEngine, openModel } from '../openModel.js';
import type { EngineChoice } from '../options/engine.js';
import { writeJson } from '../show/json.js';
import { printable } from '../show/printable.js';
import { UsageError } from '../usageError.js';

export interface PredictUtterancesOptions {
  readonly model: string | undefined;
  readonly engine: EngineChoice;
  readonly unsureBelow: number | undefined;
  /** As typed; undefined to show the utterances. */
  readonly out: string | undefined;
  readonly json: boolean;
}

/** `ser predict --utterances`: the utterances of long recordings, which pauses separate. */
export async function predictUtterances(
  io: CommandIo,
  typed: readonly string[],
  { model, engine, unsureBelow, out, json }: PredictUtterancesOptions,
): Promise<void> {
  const { clips } = await inputClips(io, typed);
  const files = clips.map(({ file }) => file);
  const paths = new Map(clips.map(({ file, path }) => [file, path ?? file]));
  if (out !== undefined && files.length > 1 && !isForSeveral(annotationFormatOf(out))) {
    throw new UsageError(
      'invalid-option',
      `\`--out\` must end in .csv or .jsonl for ${files.length} recordings; got \`${out}\`. Use one command per recording for the other formats.`,
    );
  }
  if (out !== undefined) annotationFormatOf(out);
  const { recognizer } = await openModel(io, model, await openChosenEngine(io, engine));
  const results = await eachFile<{ readonly utterances: readonly FileUtterance[] }>(io, files, {
    title: 'predicting',
    work: async (file) => ({
      utterances: await utterancesOf(io, recognizer, paths.get(file)!, { unsureBelow }),
    }),
    onResult(result) {
      if ('failure' in result) io.stderr.write(failureLine(result));
      else if (out === undefined && !json) io.stdout.write(utterancesText({ ...result, ...result.answer }));
    },
  }).finally(() => recognizer.dispose());
  const done = results.flatMap((one) => ('answer' in one ? [{ file: one.file, ...one.answer }] : []));
  if (out !== undefined && done.length > 0) {
    await writeUtterances(io, out, done);
    const count = done.reduce((sum, { utterances }) => sum + utterances.length, 0);
    if (!json) io.stdout.write(`${printable(out)}  ${count} utterance${count === 1 ? '' : 's'}\n`);
  }
  if (json) writeJson(io, results.map(fileResultJson));
  requireAllDone(results);
}

function utterancesText({ file, utterances }: RecordingUtterances): string {
  if (utterances.length === 0) return `${printable(file)}: no speech\n`;
  const lines = utterances.map(
    ({ start, end, label, confidence }) =>
      `  ${start.toFixed(2).padStart(8)} s to ${end.toFixed(2).padStart(8)} s  ${printable(label)} (${Math.round(100 * confidence)}%)\n`,
  );
  return `${printable(file)}:\n${lines.join('')}`;
}
