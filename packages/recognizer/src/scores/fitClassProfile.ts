import { logScores } from './scores.js';
import type { ClassProfile } from './classProfile.js';

/** A clip with a known label, predicted by a model that was not trained on its speaker. */
export interface ProfiledClip {
  /** Of all labels, `[nLabels]`. */
  readonly probabilities: ArrayLike<number>;
  /** Index of its label. */
  readonly actual: number;
  /** Names its speaker; different speakers have different names. */
  readonly speaker: string;
}

const iterations = 20;

/**
 * Fits the profile of the classes for sessions: the mean score of each class, once the offset of each speaker is removed.
 * It is the least-squares fit of `score = class + speaker` to the mean scores of each speaker's classes; speakers may lack
 * classes. The rows and columns of the profile have a mean of 0.
 *
 * @returns `[class][label]`
 * @see two-way analysis of variance by alternating least squares, as "sweeping by means" in Wilkinson, 1970
 */
export function fitClassProfile(clips: readonly ProfiledClip[], nLabels: number): ClassProfile {
  const speakers = classMeans(clips, nLabels);
  let profile: ClassProfile = Array.from({ length: nLabels }, () => zeros(nLabels));
  for (let i = 0; i < iterations; i++) {
    const offsets = speakers.map((means) =>
      meanOf(
        [...means].map(([c, mean]) => minus(mean, profile[c]!)),
        nLabels,
      ),
    );
    const rows = profile.map((_, c) => {
      const own = speakers.flatMap((means, j) => (means.has(c) ? [minus(means.get(c)!, offsets[j]!)] : []));
      return meanOf(own, nLabels);
    });
    profile = centered(rows);
  }
  return profile;
}

/** The profile for a choice among some of the labels. */
export function restrictProfile(profile: ClassProfile, columns: readonly number[]): ClassProfile {
  const rows = columns.map((c) => columns.map((i) => profile[c]![i]!));
  return centered(rows.map((row) => row.map((value) => value - average(row))));
}

/** For each speaker, the mean score of each class that occurs. */
function classMeans(clips: readonly ProfiledClip[], nLabels: number): readonly Map<number, number[]>[] {
  const scores = new Map<string, Map<number, number[][]>>();
  for (const { probabilities, actual, speaker } of clips) {
    const own = scores.get(speaker) ?? new Map<number, number[][]>();
    scores.set(speaker, own.set(actual, [...(own.get(actual) ?? []), logScores(Array.from(probabilities))]));
  }
  return [...scores.values()].map(
    (own) => new Map([...own].map(([c, rows]) => [c, meanOf(rows, nLabels)] as const)),
  );
}

function centered(rows: ClassProfile): ClassProfile {
  const mean = meanOf(rows, rows[0]?.length ?? 0);
  return rows.map((row) => minus(row, mean));
}

function meanOf(rows: ClassProfile, size: number): number[] {
  return zeros(size).map((_, i) => rows.reduce((sum, row) => sum + row[i]! / rows.length, 0));
}

function minus(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, i) => value - b[i]!);
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function zeros(size: number): number[] {
  return Array<number>(size).fill(0);
}
