import type { AudioClip } from '@ser/dsp';
import { classify, noSpeech, type Prediction } from '../prediction.js';
import { checkSpeech, type CheckSpeechOptions } from '../speech/checkSpeech.js';

export interface ClipPredictorParts {
  readonly labels: readonly string[];
  /** The probabilities of some clips, at least one: row-major, `[clips.length, labels.length]`. */
  readonly probabilities: (clips: readonly AudioClip[]) => Promise<Float32Array>;
}

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
  async predictAll(clips: readonly AudioClip[], options: CheckSpeechOptions): Promise<readonly Prediction[]> {
    const { labels, probabilities } = this.#parts;
    const checks = clips.map((clip) => checkSpeech(clip, options));
    const spoken = clips.filter((_, i) => checks[i]!.reason === undefined);
    const rows = spoken.length === 0 ? new Float32Array(0) : await probabilities(spoken);
    let row = 0;
    return checks.map(({ reason, quality }) => {
      if (reason !== undefined) return noSpeech(reason, quality);
      const own = rows.subarray(row * labels.length, ++row * labels.length);
      return { speech: true, ...classify(labels, own), quality };
    });
  }
}
