import type { AudioClip, Augmenter } from '@ser/dsp';
import { readUsableClip } from '../data/readUsableClip.js';
import type { ClipJob } from './clipJob.js';

/** A clip for several descriptions: its file is read once per sample rate, and each copy of it is made once. */
export class SharedClip {
  readonly job: ClipJob;
  readonly #signal: AbortSignal | undefined;
  readonly #recordings = new Map<string, Promise<AudioClip>>();
  /** Those of one variant, so that few are in memory. */
  readonly #copies = new Map<string, AudioClip>();
  #variant = 0;

  constructor(job: ClipJob, signal: AbortSignal | undefined) {
    this.job = job;
    this.#signal = signal;
  }

  /** @throws {SerError} as `readUsableClip`, again for each description */
  recording(sampleRate: number, keepSilent: boolean): Promise<AudioClip> {
    const key = `${sampleRate} ${keepSilent}`;
    const known = this.#recordings.get(key);
    if (known) return known;
    const signal = this.#signal;
    const reading = readUsableClip(this.job.file, sampleRate, { ...this.job, keepSilent, signal });
    this.#recordings.set(key, reading);
    return reading;
  }

  /**
   * The copy of one variant. It depends on the recording, the steps, the variant's index, and the seed of the clip, so all
   * descriptions with the same steps in this place share it. Ask for all copies of a variant before those of the next.
   *
   * @throws {SerError} as `Augmenter.apply`
   */
  copy(recording: AudioClip, augmenter: Augmenter, variant: number): AudioClip {
    if (variant !== this.#variant) this.#copies.clear();
    this.#variant = variant;
    const key = JSON.stringify([recording.sampleRate, augmenter.description.variants[variant]]);
    const copy = this.#copies.get(key) ?? augmenter.apply(recording, variant, this.job.seed ?? 0);
    this.#copies.set(key, copy);
    return copy;
  }
}
