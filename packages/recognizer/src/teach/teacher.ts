import { fromFloat16, toFloat16 } from '@ser/core';
import { Teaching, type TaughtScores } from '@ser/classifiers';
import { logScores, softmax } from '../scores/scores.js';
import { type DoubtfulClip, doubtfulClips } from './doubtfulClips.js';
import type { TaughtClip, TeachSettings } from './taughtClip.js';
import { type TaughtEstimate, taughtEstimate } from './taughtEstimate.js';
import { voiceMatch } from './voiceMatch.js';

/** What the taught clips say about each other. */
export interface TeachingReview {
  /** Undefined when too few clips were taught to say. */
  readonly estimate: TaughtEstimate | undefined;
  /** None without an estimate. */
  readonly doubtful: readonly DoubtfulClip[];
}

/** What the user taught a model: clips by id, and how they change its probabilities. */
export class Teacher {
  readonly settings: TeachSettings;
  readonly #modelLabels: readonly string[];
  readonly #clips = new Map<string, TaughtClip>();
  #teaching: Teaching | undefined;
  #fitted: { readonly offset: readonly number[] | undefined; readonly scores: TaughtScores } | undefined;

  /** @param modelLabels the labels of the model */
  constructor(
    modelLabels: readonly string[],
    settings: TeachSettings = {},
    clips: Iterable<TaughtClip> = [],
  ) {
    this.#modelLabels = modelLabels;
    this.settings = settings;
    for (const clip of clips) this.teach(clip);
  }

  /** The taught clips, sorted by id. */
  get clips(): readonly TaughtClip[] {
    return [...this.#clips.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  get size(): number {
    return this.#clips.size;
  }

  /** Those of the model, then the new ones in alphabetical order; or only those taught, once there are two. */
  get labels(): readonly string[] {
    const taught = new Set([...this.#clips.values()].map(({ label }) => label));
    const isOnly = this.settings.onlyTaught === true && taught.size > 1;
    const own = this.#modelLabels.filter((label) => !isOnly || taught.has(label));
    return [...own, ...[...taught].filter((label) => !this.#modelLabels.includes(label)).sort()];
  }

  /** Adds a clip, or replaces the one with the same id. Its features are rounded to half precision, as they are saved. */
  teach(clip: TaughtClip): void {
    const before = this.labels.join('\n');
    const rounded = { ...clip, row: clip.row.map((value) => fromFloat16(toFloat16(value))) };
    this.#clips.set(clip.id, rounded);
    this.#fitted = undefined;
    if (this.labels.join('\n') !== before) this.#teaching = undefined;
    else if (this.#teaching) this.#teaching.teach(this.#exampleOf(rounded));
  }

  /** @returns whether there was a clip with this id */
  forget(id: string): boolean {
    const before = this.labels.join('\n');
    const existed = this.#clips.delete(id);
    this.#fitted = undefined;
    if (this.labels.join('\n') !== before) this.#teaching = undefined;
    else this.#teaching?.forget(id);
    return existed;
  }

  /**
   * The probabilities of `labels` for a clip.
   *
   * @param shares the model's own probabilities
   * @param offset of the model's scores for this speaker
   */
  probabilities(row: Float32Array, shares: readonly number[], offset?: readonly number[]): number[] {
    if (this.#fitted === undefined || !isSame(this.#fitted.offset, offset)) {
      this.#fitted = { offset, scores: this.#teachingOf().fit(this.#offsets(offset)) };
    }
    return softmax([...this.#fitted.scores.scores(row, this.#scoresOf(shares))]);
  }

  /** How well other clips are recognized, and which labels the other clips contradict. */
  review(offset?: readonly number[]): TeachingReview {
    const { labels, clips } = this;
    if (clips.length === 0) return { estimate: undefined, doubtful: [] };
    const scores = this.#teachingOf().heldOutScores(this.#offsets(offset));
    const heldOut = new Map(Array.from(scores, ([id, each]) => [id, softmax([...each])]));
    const estimate = taughtEstimate(
      clips.map(({ id, label }) => {
        const shares = heldOut.get(id)!;
        return { label, isRight: labels[shares.indexOf(Math.max(...shares))] === label };
      }),
    );
    return { estimate, doubtful: estimate ? doubtfulClips(clips, labels, heldOut) : [] };
  }

  /** See `voiceMatch`. */
  voiceMatch(row: Float32Array): number | undefined {
    return voiceMatch(
      row,
      this.clips.map((clip) => clip.row),
    );
  }

  #teachingOf(): Teaching {
    if (this.#teaching) return this.#teaching;
    const { clips, labels, settings } = this;
    const nFeatures = clips[0]!.row.length;
    const teaching = new Teaching({ nFeatures, nClasses: labels.length, strength: settings.strength });
    for (const clip of clips) teaching.teach(this.#exampleOf(clip));
    return (this.#teaching = teaching);
  }

  #exampleOf({ id, row, shares, label }: TaughtClip) {
    return { id, row, scores: this.#scoresOf(shares), label: this.labels.indexOf(label) };
  }

  /** A label that the model does not know is as unlikely as the least likely one that it knows. */
  #scoresOf(shares: readonly number[]): number[] {
    const scores = logScores(shares);
    const least = Math.min(...scores);
    return this.labels.map((label) => scores[this.#modelLabels.indexOf(label)] ?? least);
  }

  #offsets(offset: readonly number[] | undefined): number[] | undefined {
    return offset && this.labels.map((label) => offset[this.#modelLabels.indexOf(label)] ?? 0);
  }
}

function isSame(a: readonly number[] | undefined, b: readonly number[] | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.every((value, i) => value === b[i]));
}
