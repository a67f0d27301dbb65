import type { Prediction } from '@ser/recognizer';
import type { CommandIo } from './commandIo.js';
import { eachFile, failureLine, type FileResult } from './eachFile.js';
import { fromCwd } from './fromCwd.js';
import type { EngineChoice } from './options/engine.js';
import { openRecognizer } from './openRecognizer.js';
import { predictionText } from './show/predictionText.js';

export interface PredictFilesOptions {
  /** The model's folder. */
  readonly model: string;
  /** How many of the likeliest labels are kept. @default all */
  readonly top: number | undefined;
  readonly engine: EngineChoice;
  /** Whether the answers are left to the caller to show. */
  readonly quiet: boolean;
}

/** Predicts each file with a saved model and shows the answers as they come. */
export async function predictFiles(
  io: CommandIo,
  files: readonly string[],
  { model, top, engine, quiet }: PredictFilesOptions,
): Promise<readonly FileResult<Prediction>[]> {
  const { recognizer } = await openRecognizer(io, model, engine);
  const { readAudio } = await import('@ser/audio-io/node');
  const isSynthetic = recognizer.card.trainedOn.some(({ synthetic }) => synthetic);
  try {
    return await eachFile<Prediction>(io, files, {
      title: 'predicting',
      async work(file) {
        const clip = await readAudio(fromCwd(io, file), { signal: io.signal });
        return likeliest(await recognizer.predict(clip), top);
      },
      onResult(result) {
        if ('failure' in result) io.stderr.write(failureLine(result));
        else if (!quiet) io.stdout.write(predictionText(result.file, result.answer, { isSynthetic }));
      },
    });
  } finally {
    recognizer.dispose();
  }
}

function likeliest({ label, probabilities }: Prediction, top: number | undefined): Prediction {
  if (top === undefined) return { label, probabilities };
  const ranked = Object.entries(probabilities).sort(([, a], [, b]) => b - a);
  return { label, probabilities: Object.fromEntries(ranked.slice(0, top)) };
}
