import { ExperimentError } from '../errors.js';
import { counted, listed } from '../words.js';
import type { ReadRun } from './readRun.js';

/**
 * Refuses runs between which a paired test would mean nothing: with other emotions, or tested on other clips. Clips that
 * a run had to skip, because they cannot be read, are forgiven.
 *
 * @throws {SerError} `not-comparable`, saying what differs and what to do
 */
export function requireComparable([first, ...others]: readonly ReadRun[]): void {
  for (const other of others) {
    requireSameLabels(first!, other);
    requireSameClips(first!, other);
  }
}

function requireSameLabels(first: ReadRun, other: ReadRun): void {
  const [labels, others] = [first, other].map(({ metrics }) => metrics.labels) as [string[], string[]];
  const lacks = (some: readonly string[], all: readonly string[]) =>
    some.filter((label) => !all.includes(label));
  const [more, less] = [lacks(others, labels), lacks(labels, others)];
  if (more.length + less.length === 0) return;
  const differing = [...less, ...more];
  throw refusal(
    first,
    other,
    `only one of them knows ${listed(differing)}, so that their figures mean different things`,
    'Give both recipes the same `labels`.',
  );
}

function requireSameClips(first: ReadRun, other: ReadRun): void {
  const actual = new Map(first.clips.map((clip) => [clip.id, clip.actual]));
  const [extra, missing] = [untested(other, first), untested(first, other)];
  if (extra.length + missing.length > 0) {
    const shared = other.clips.filter(({ id }) => actual.has(id)).length;
    throw refusal(
      first,
      other,
      `they were tested on different clips: ${counted(shared, 'clip')} in both, ${missing.length} only in the first, ` +
        `${extra.length} only in the second (such as ${[...extra, ...missing][0]!})`,
      'Train both on the same recordings by the same split, with folds that test every clip if in doubt.',
    );
  }
  const odd = other.clips.find(({ id, actual: label }) => (actual.get(id) ?? label) !== label);
  if (odd === undefined) return;
  throw refusal(
    first,
    other,
    `${odd.id} is ${actual.get(odd.id)!} in the first and ${odd.actual} in the second`,
    'Train both on the same recordings.',
  );
}

/** The clips of one run that the other has not tested, but for those that it had to skip. */
function untested(of: ReadRun, by: ReadRun): readonly string[] {
  const known = new Set([
    ...by.clips.map(({ id }) => id),
    ...by.metrics.skipped.map(({ corpus, path }) => `${corpus}/${path}`),
  ]);
  return of.clips.map(({ id }) => id).filter((id) => !known.has(id));
}

function refusal(first: ReadRun, other: ReadRun, why: string, mend: string): ExperimentError {
  return new ExperimentError(
    'not-comparable',
    `\`${first.folder}\` and \`${other.folder}\` cannot be compared: ${why}. ${mend}`,
    { file: other.folder },
  );
}
