import type { Votes } from '../utterance.js';
import type { AnnotationFile } from './corpusDefinition.js';

/** The labels of IEMOCAP by their codes; `xxx` means that the raters do not agree. */
export const iemocapLabels: Readonly<Record<string, string>> = {
  ang: 'angry',
  hap: 'happy',
  sad: 'sad',
  neu: 'neutral',
  exc: 'excited',
  fru: 'frustrated',
  fea: 'fear',
  sur: 'surprise',
  dis: 'disgust',
  oth: 'other',
};

/** A turn of a dialog, as `EmoEvaluation` describes it. */
export interface IemocapTurn {
  /** Undefined if the raters do not agree. */
  readonly emotion: string | undefined;
  /** What the raters chose; one may choose several. */
  readonly votes: Votes;
  /** Means over the raters, from 1 to 5. */
  readonly dimensions: { readonly valence: number; readonly arousal: number; readonly dominance: number };
}

const header = /^\[\d+\.\d+ - \d+\.\d+\]\t(\w+)\t(\w+)\t\[(\d+\.\d+), (\d+\.\d+), (\d+\.\d+)\]\s*$/;
const rating = /^C-E\d+:\s*([^(]*)/;

/** The turns of the files in `EmoEvaluation`, by name. */
export function iemocapTurns(files: readonly AnnotationFile[]): ReadonlyMap<string, IemocapTurn> {
  const turns = new Map<string, IemocapTurn>();
  for (const { text } of files) {
    let votes: Record<string, number> = {};
    for (const line of text.split(/\r?\n/)) {
      const [, name, code, valence, arousal, dominance] = header.exec(line) ?? [];
      if (name !== undefined) {
        votes = {};
        const dimensions = {
          valence: Number(valence),
          arousal: Number(arousal),
          dominance: Number(dominance),
        };
        turns.set(name, { emotion: iemocapLabels[code!.toLowerCase()], votes, dimensions });
      }
      for (const label of labelsOf(rating.exec(line)?.[1] ?? '')) votes[label] = (votes[label] ?? 0) + 1;
    }
  }
  return turns;
}

/** `Frustration; Anger;` as labels. */
function labelsOf(words: string): readonly string[] {
  return words.split(';').flatMap((word) => iemocapLabels[word.trim().slice(0, 3).toLowerCase()] ?? []);
}

/** The texts of the files in `transcriptions`, by turn. */
export function iemocapTranscripts(files: readonly AnnotationFile[]): ReadonlyMap<string, string> {
  const lines = files.flatMap(({ text }) => text.split(/\r?\n/));
  return new Map(
    lines.flatMap((line) => {
      const [, name, text] = /^(Ses\w+) \[[\d. -]+\]: (.*)$/.exec(line) ?? [];
      return name === undefined ? [] : [[name, text!.trim()] as const];
    }),
  );
}
