import { DspError } from '../errors.js';
import { requireOneOf } from '../options/requireLength.js';
import { contourGroups, contoursOf } from '../descriptors/descriptorNames.js';
import type { FrontEnd } from '../descriptors/frontEnd.js';

/** Groups of functionals, in the order of their columns. */
export const voiceGroups = [...contourGroups, 'f0', 'rhythm', 'modulation', 'correlation'] as const;
export type VoiceGroup = (typeof voiceGroups)[number];

/**
 * Families of statistics that the groups of contours, and `f0`, are described by, in the order of their columns.
 * Only `f0` has segments; it has no `delta2`, `voiced` and `unvoiced`, as all of it is about voiced frames.
 */
export const voiceStatistics = [
  'moments',
  'percentiles',
  'ranges',
  'trend',
  'delta',
  'delta2',
  'voiced',
  'unvoiced',
  'segments',
  'thirds',
] as const;
export type VoiceStatistic = (typeof voiceStatistics)[number];

/** Groups that a front end has: the invariant one has no chroma. */
export function groupsOf(frontEnd: FrontEnd): readonly VoiceGroup[] {
  return voiceGroups.filter((group) => group !== 'chroma' || contoursOf[frontEnd].chroma.length > 0);
}

/** @throws {SerError} `invalid-option` unless `value` is a list of at least one of `known`, each at most once */
export function requireList(name: string, value: unknown, known: readonly string[]): void {
  if (!Array.isArray(value) || value.length === 0) {
    throw new DspError(
      'invalid-option',
      `Expected \`${name}\` to be a list of at least one of ${known.join(', ')}, got \`${JSON.stringify(value)}\`.`,
    );
  }
  value.forEach((entry: unknown, i) => requireOneOf(`${name}[${i}]`, entry, known));
  const repeated: unknown = value.find((entry, i) => value.indexOf(entry) !== i);
  if (repeated === undefined) return;
  throw new DspError(
    'invalid-option',
    `Expected \`${name}\` to list each once, got '${String(repeated)}' twice.`,
  );
}
