import type { AudioClip } from '@ser/dsp';
import { beliefOf, noSpeech, type Prediction } from './prediction.js';
import { judgeSpeech, type JudgeSpeechOptions } from './speech/judgeSpeech.js';

/** What judges clips. */
export interface ClipJudgeParts {
  readonly labels: readonly string[];
  /** What the classifiers say of some clips, at least one: row-major, `[clips.length, labels.length]`. */
  readonly probabilities: (clips: readonly AudioClip[]) => Promise<Float32Array>;
}

/** From clips of one channel at the model's rate to answers: is it speech, and if so, what do the classifiers say. */
export class ClipJudge {
  readonly #parts: ClipJudgeParts;

  constructor(parts: ClipJudgeParts) {
    this.#parts = parts;
  }

  async judge(clip: AudioClip): Promise<Prediction> {
    const [prediction] = await this.judgeAll([clip], { assumeSpeech: false });
    return prediction!;
  }

  /** @returns one prediction a clip, in their order; a network is asked once, about those with speech */
  async judgeAll(clips: readonly AudioClip[], options: JudgeSpeechOptions): Promise<readonly Prediction[]> {
    const { labels, probabilities } = this.#parts;
    const heard = clips.map((clip) => judgeSpeech(clip, options));
    const spoken = clips.filter((_, i) => heard[i]!.reason === undefined);
    const answers = spoken.length === 0 ? new Float32Array(0) : await probabilities(spoken);
    let row = 0;
    return heard.map(({ reason, quality }) => {
      if (reason !== undefined) return noSpeech(reason, quality);
      const belief = beliefOf(labels, answers.subarray(row * labels.length, ++row * labels.length));
      return { speech: true, ...belief, quality };
    });
  }
}
