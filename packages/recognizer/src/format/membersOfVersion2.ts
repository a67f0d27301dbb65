import { parseFrameEncoderDescription } from '@ser/classifiers';
import { invalidOption, record } from '@ser/core';
import type { MemberEntry } from './memberEntry.js';
import { requireMemberName, requireMemberWeight } from './memberName.js';
import { parseInput } from './membersOfVersion3.js';

/** The name of the classifier of an old model with only one, which had no name. */
const onlyName = 'classifier';

/**
 * Reads the classifiers of a `recognizer.json` of version 1 or 2: one beside the labels, whose files have no folder, or
 * several as `members`, each with its own features and normalizer. All that version 1 can say, version 2 says the same
 * way.
 *
 * @throws {SerError} `invalid-option` naming the field
 */
export function membersOfVersion2(json: Readonly<Record<string, unknown>>): readonly MemberEntry[] {
  const { members } = json;
  if (members === undefined) return [{ name: onlyName, folder: '', weight: 1, ...parseSettings(json) }];
  if (!Array.isArray(members) || members.length < 2) {
    throw invalidOption('members', 'an array of at least two classifiers', members);
  }
  return members.map((member: unknown, i) => {
    const entry = record(member, `members[${i}]`);
    const { name, weight } = entry;
    requireMemberName(name, `members[${i}].name`);
    requireMemberWeight(weight, `members[${i}].weight`);
    return { name, folder: name, weight, ...parseSettings(entry) };
  });
}

function parseSettings(json: Readonly<Record<string, unknown>>) {
  const { encoding } = json;
  return {
    ...parseInput(json),
    ...(encoding !== undefined && { encoding: parseFrameEncoderDescription(encoding) }),
  };
}
