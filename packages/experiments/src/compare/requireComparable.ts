import { ExperimentError } from '../errors.js';
import { counted, listed } from '../formatText.js';
import type { ReadRun } from './readRun.js';

/**
 * Refuses runs for which a paired test would be meaningless: with different emotions, or tested on different clips. Clips
 * that a run skipped because they are unreadable do not count.
 *
 * @throws {SerError} `not-comparable`, with the difference and how to fix it
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
    `only one of them has the label${differing.length > 1 ? 's' : ''} ${listed(differing)}, so their scores have different meanings`,
    'Use the same `labels` in both recipes.',
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
        `and ${extra.length} only in the second (for example ${[...extra, ...missing][0]!})`,
      'Run both on the same recordings with the same split.',
    );
  }
  const odd = other.clips.find(({ id, actual: label }) => (actual.get(id) ?? label) !== label);
  if (odd === undefined) return;
  throw refusal(
    first,
    other,
    `${odd.id} is labeled ${actual.get(odd.id)!} in the first and ${odd.actual} in the second`,
    'Run both on the same recordings.',
  );
}

/** The clips of one run that the other has neither tested nor skipped. */
function untested(of: ReadRun, by: ReadRun): readonly string[] {
  const known = new Set([
    ...by.clips.map(({ id }) => id),
    ...by.metrics.skipped.map(({ corpus, path }) => `${corpus}/${path}`),
  ]);
  return of.clips.map(({ id }) => id).filter((id) => !known.has(id));
}

function refusal(first: ReadRun, other: ReadRun, why: string, fix: string): ExperimentError {
  return new ExperimentError(
    'not-comparable',
    `\`${first.folder}\` and \`${other.folder}\` cannot be compared: ${why}. ${fix}`,
    { file: other.folder },
  );
}
