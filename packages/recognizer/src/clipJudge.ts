import type { AudioClip } from '@ser/audio-io';
import type { FeatureExtractor } from '@ser/dsp';
import type { Classifier, Examples } from '@ser/models';
import type { Normalizer } from './normalizer.js';
import { beliefOf, noSpeech, type Prediction } from './prediction.js';
import { judgeSpeech, type JudgeSpeechOptions } from './speech/judgeSpeech.js';

/** What judges clips. */
export interface ClipJudgeParts {
  readonly labels: readonly string[];
  readonly extractor: FeatureExtractor;
  readonly normalizer: Normalizer;
  readonly classifier: Classifier;
}

/** From clips of one channel at the model's rate to answers: speech, features, normaliser, network. */
export class ClipJudge {
  readonly #parts: ClipJudgeParts;

  constructor(parts: ClipJudgeParts) {
    this.#parts = parts;
  }

  async judge(clip: AudioClip): Promise<Prediction> {
    const [prediction] = await this.judgeAll([clip], { assumeSpeech: false });
    return prediction!;
  }

  /** @returns one prediction a clip, in their order; the network is asked once, about those with speech */
  async judgeAll(clips: readonly AudioClip[], options: JudgeSpeechOptions): Promise<readonly Prediction[]> {
    const { labels, classifier } = this.#parts;
    const heard = clips.map((clip) => judgeSpeech(clip, options));
    const spoken = clips.filter((_, i) => heard[i]!.reason === undefined);
    const answers =
      spoken.length === 0
        ? new Float32Array(0)
        : await classifier.predictProbabilities(this.#examplesOf(spoken));
    let row = 0;
    return heard.map(({ reason, quality }) => {
      if (reason !== undefined) return noSpeech(reason, quality);
      const belief = beliefOf(labels, answers.subarray(row * labels.length, ++row * labels.length));
      return { speech: true, ...belief, quality };
    });
  }

  #examplesOf(clips: readonly AudioClip[]): Examples {
    const { extractor, normalizer } = this.#parts;
    const { nFeatures, nFrames = 0 } = extractor;
    const data = new Float32Array(clips.length * nFrames * nFeatures);
    clips.forEach((clip, i) => {
      data.set(normalizer.apply(extractor.extract(clip)).data, i * nFrames * nFeatures);
    });
    return { data, shape: [clips.length, nFrames, nFeatures] };
  }
}
