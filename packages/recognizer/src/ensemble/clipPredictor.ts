import type { AudioClip } from '@ser/dsp';
import { classify, noSpeech, type Prediction } from '../prediction.js';
import type { Teacher } from '../teach/teacher.js';
import type { Recognition } from './ensemble.js';
import { checkSpeech, type CheckSpeechOptions } from '../speech/checkSpeech.js';

export interface ClipPredictorParts {
  readonly labels: readonly string[];
  /** Recognizes some clips, at least one; probabilities are row-major, `[clips.length, labels.length]`. */
  readonly recognize: (clips: readonly AudioClip[], signal: AbortSignal | undefined) => Promise<Recognition>;
  /** What the user taught. */
  readonly teacher?: Teacher | undefined;
}

/** How to predict for clips. */
export interface PredictClipsOptions extends CheckSpeechOptions {
  readonly signal?: AbortSignal | undefined;
}

/** A clip as the model recognizes it. */
export interface RecognizedClip {
  readonly prediction: Prediction;
  /** The normalized features; none without speech, or if no classifier has one row per clip. */
  readonly row: Float32Array | undefined;
  /** The probability of each label; empty without speech. */
  readonly shares: readonly number[];
}

const nothing: Recognition = { probabilities: new Float32Array(0), rows: undefined };

/** Predicts for clips of one channel at the model's sample rate; only clips with speech go to the classifiers. */
export class ClipPredictor {
  readonly #parts: ClipPredictorParts;

  constructor(parts: ClipPredictorParts) {
    this.#parts = parts;
  }

  async predict(clip: AudioClip): Promise<Prediction> {
    const [prediction] = await this.predictAll([clip], { assumeSpeech: false });
    return prediction!;
  }

  /** @returns one prediction per clip, in their order; the classifiers run once, on all clips with speech */
  async predictAll(
    clips: readonly AudioClip[],
    options: PredictClipsOptions,
  ): Promise<readonly Prediction[]> {
    const { teacher } = this.#parts;
    const recognized = await this.#recognizeAll(clips, options);
    return recognized.map(({ prediction, row, shares }) => {
      if (!prediction.speech || !teacher || teacher.size === 0) return prediction;
      return { ...prediction, ...classify(teacher.labels, teacher.probabilities(row!, shares)) };
    });
  }

  /** The model's own prediction, without what was taught, and the features that it is based on. */
  async recognize(clip: AudioClip, signal?: AbortSignal): Promise<RecognizedClip> {
    const [recognized] = await this.#recognizeAll([clip], { assumeSpeech: false, signal });
    return recognized!;
  }

  async #recognizeAll(
    clips: readonly AudioClip[],
    { assumeSpeech, signal }: PredictClipsOptions,
  ): Promise<readonly RecognizedClip[]> {
    const { labels, recognize } = this.#parts;
    const checks = clips.map((clip) => checkSpeech(clip, { assumeSpeech }));
    const spoken = clips.filter((_, i) => checks[i]!.reason === undefined);
    const { probabilities, rows, dimensions } =
      spoken.length === 0 ? nothing : await recognize(spoken, signal);
    let next = 0;
    return checks.map(({ reason, quality }) => {
      if (reason !== undefined) return { prediction: noSpeech(reason, quality), row: undefined, shares: [] };
      const i = next++;
      const shares = Array.from(probabilities.subarray(i * labels.length, (i + 1) * labels.length));
      const prediction: Prediction = {
        ...{ speech: true as const, ...classify(labels, shares), quality },
        ...(dimensions && { dimensions: dimensions[i]! }),
      };
      return { prediction, row: rows?.[i], shares };
    });
  }
}
