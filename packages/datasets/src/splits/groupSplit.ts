import { type IntegerSource, invalidOption } from '@ser/core';
import { DatasetError } from '../errors.js';
import type { Utterance } from '../utterance.js';
import { type ClipGroup, clipGroups, divideGroups, type GroupUnit, idsOfGroups } from './clipGroups.js';
import { percent, requireFoldCount, requireTestFraction, requireValidationFraction } from './fractions.js';
import { speakersUnknownIn, validationClipClause } from './randomSplit.js';
import type { Fold, GroupSplitRequest, Split } from './split.js';

const defaultFolds = 5;

/** Hold-out or cross-validation by groups of recordings; see {@link GroupSplitRequest}. */
export function groupSplit(
  utterances: readonly Utterance[],
  { folds, testFraction, validationFraction = 0 }: GroupSplitRequest,
  random: IntegerSource,
): Omit<Split, 'seed'> {
  const { groups, unit } = clipGroups(utterances);
  if (groups.length < 2) throw tooFew(groups.length, 2, unit);
  const parts =
    testFraction === undefined
      ? divideGroups(groups, requireFolds(folds, groups.length, unit), random)
      : [divideGroups(groups, partsFor(requireHoldOut(testFraction, folds), groups), random)[0]!];
  const how =
    testFraction === undefined
      ? `cross-validation in ${parts.length} folds of ${groups.length} groups`
      : `about ${percent(testFraction)} of the clips, whole groups of ${groups.length}, are tested`;
  return {
    kind: 'group',
    protocol:
      `By groups of recordings (${unitText(unit)}): ${how}` +
      `${validationClipClause(validationFraction)}${unknownClause(unit)}.`,
    speakerIndependent: unit === undefined,
    ...speakersUnknownIn(utterances),
    folds: parts.map((test, i) => {
      const name = testFraction === undefined ? `${i + 1}` : 'hold-out';
      return groupFold(name, test, groups, { validationFraction, random });
    }),
  };
}

/**
 * The groups to validate on, about `fraction` of the clips of `groups`; the others are for training.
 *
 * @throws {SerError} `too-few-clips` if there is only one group
 */
export function drawGroups(
  groups: readonly ClipGroup[],
  fraction: number,
  random: IntegerSource,
): { readonly train: readonly ClipGroup[]; readonly validation: readonly ClipGroup[] } {
  if (requireValidationFraction(fraction) === 0) return { train: groups, validation: [] };
  if (groups.length < 2) throw tooFew(groups.length, 2, 'file');
  const validation = divideGroups(groups, partsFor(fraction, groups), random)[0]!;
  const chosen = new Set(validation);
  return { train: groups.filter((group) => !chosen.has(group)), validation };
}

function groupFold(
  name: string,
  test: readonly ClipGroup[],
  groups: readonly ClipGroup[],
  options: { readonly validationFraction: number; readonly random: IntegerSource },
): Fold {
  const tested = new Set(test);
  const others = groups.filter((group) => !tested.has(group));
  const { train, validation } = drawGroups(others, options.validationFraction, options.random);
  return {
    name,
    train: idsOfGroups(train),
    validation: idsOfGroups(validation),
    test: idsOfGroups(test),
  };
}

function partsFor(fraction: number, groups: readonly ClipGroup[]): number {
  return Math.min(groups.length, Math.max(2, Math.round(1 / fraction)));
}

function requireHoldOut(testFraction: number, folds: number | undefined): number {
  if (folds === undefined) return requireTestFraction(testFraction);
  throw invalidOption('testFraction', 'not set together with `folds`', testFraction, 'Set only one of them.');
}

function requireFolds(folds: number | undefined, nGroups: number, unit: GroupUnit | undefined): number {
  if (folds === undefined) return Math.min(defaultFolds, nGroups);
  if (requireFoldCount(folds) > nGroups) throw tooFew(nGroups, folds, unit);
  return folds;
}

function tooFew(got: number, needed: number, unit: GroupUnit | undefined): DatasetError {
  return new DatasetError(
    'too-few-clips',
    `The split needs at least ${needed} groups (${unitText(unit)}); got ${got}. Add recordings, or use fewer folds.`,
  );
}

function unitText(unit: GroupUnit | undefined): string {
  if (unit === undefined) return 'the clips of a speaker';
  return unit === 'folder' ? 'the clips of a folder' : 'the clips of a file';
}

function unknownClause(unit: GroupUnit | undefined): string {
  return unit === undefined
    ? ''
    : '; speakers are unknown, so the same voice may be on both sides, and the score may overstate the performance on new speakers';
}
