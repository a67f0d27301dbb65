import type { ClipPrediction } from '../../../src/training/predict.js';
import { utterance } from '../../sampleRun.js';

export const emotions = ['neutral', 'happy', 'sad', 'angry', 'fear'];

export interface Voice {
  readonly corpus: string;
  readonly speaker: string;
  /** An offset that the model adds to each log-probability of this speaker. */
  readonly offset: readonly number[];
  /** The emotions that the speaker acts. */
  readonly acted: readonly string[];
}

/** Six clips per emotion, each recognized by a margin of 1, apart from the speaker's offset. */
export function clipsOf({ corpus, speaker, offset, acted }: Voice): readonly ClipPrediction[] {
  return acted.flatMap((emotion) =>
    [1, 2, 3, 4, 5, 6].map((take) => {
      const actual = emotions.indexOf(emotion);
      const scores = offset.map((shift, label) => shift + (label === actual ? 1 : 0));
      const sum = scores.reduce((total, score) => total + Math.exp(score), 0);
      const probabilities = Float32Array.from(scores, (score) => Math.exp(score) / sum);
      const predicted = probabilities.indexOf(Math.max(...probabilities));
      const clip = utterance(speaker, emotion, take);
      const id = `${corpus}/${emotion}-${speaker}-${take}`;
      return {
        utterance: { ...clip, corpus, id, recording: id },
        ...{ fold: corpus, actual, predicted, probabilities },
      };
    }),
  );
}
