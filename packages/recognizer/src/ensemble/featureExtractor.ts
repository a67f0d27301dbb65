import { LongTask } from '@ser/core';
import {
  type AudioClip,
  createFeaturePlan,
  type ExtractOptions,
  type FeatureDescription,
  type FeaturePlan,
  type Features,
  type FeatureSource,
} from '@ser/dsp';

/** Opens the features of a description with the feature `encoder`: `openFeatures` of @ser/encoder. */
export type FeatureOpener = (description: FeatureDescription) => Promise<FeatureSource>;

/** Computes the features of a description. A speech encoder is opened when it is first needed. */
export class FeatureExtractor {
  /** Names and shape of the features. */
  readonly plan: FeaturePlan;
  readonly #opener: FeatureOpener;
  #source: Promise<FeatureSource> | undefined;

  constructor(features: FeatureDescription, opener: FeatureOpener) {
    this.plan = createFeaturePlan(features);
    this.#opener = opener;
  }

  /** @throws {SerError} as the opener; the next call tries again */
  async open(): Promise<FeatureSource> {
    const { description } = this.plan;
    if (!description.features.some(({ name }) => name === 'encoder')) return this.plan;
    this.#source ??= this.#opener(description);
    try {
      return await this.#source;
    } catch (error) {
      this.#source = undefined;
      throw error;
    }
  }

  /**
   * The features of each clip, in their order. The event loop runs every few milliseconds.
   *
   * @throws the reason of the signal, once it is aborted
   */
  async extract(clips: readonly AudioClip[], { signal }: ExtractOptions = {}): Promise<readonly Features[]> {
    const source = await this.open();
    const task = new LongTask(signal);
    const features: Features[] = [];
    for (const clip of clips) {
      await task.pause();
      features.push(await (source.extractInSteps?.(clip, { signal }) ?? source.extract(clip)));
    }
    return features;
  }

  async close(): Promise<void> {
    const source = await this.#source?.catch(() => undefined); // `open` has reported that there is none
    await source?.close?.();
  }
}
