import { parseFrameEncoderDescription } from '@ser/classifiers';
import { invalidOption, record, requireOneOf } from '@ser/core';
import { Normalizer, parseFeatureDescription } from '@ser/dsp';
import type { MemberEntry } from './memberEntry.js';
import { requireMemberName, requireMemberWeight } from './memberName.js';
import type { MemberInput } from './sharedInputs.js';

/**
 * Reads `inputs` and `members` of a `recognizer.json` of version 3.
 *
 * @throws {SerError} `invalid-option` naming the field
 */
export function membersOfVersion3(json: Readonly<Record<string, unknown>>): readonly MemberEntry[] {
  const inputs = new Map(
    Object.entries(record(json['inputs'], 'inputs')).map(([name, input]) => [
      name,
      parseInput(record(input, `inputs.${name}`)),
    ]),
  );
  const { members } = json;
  if (!Array.isArray(members) || members.length === 0) {
    throw invalidOption('members', 'an array of at least one classifier', members);
  }
  return members.map((member: unknown, i) => parseMember(member, `members[${i}]`, inputs));
}

function parseMember(member: unknown, path: string, inputs: ReadonlyMap<string, MemberInput>): MemberEntry {
  const { name, weight, input, encoding } = record(member, path);
  requireMemberName(name, `${path}.name`);
  requireMemberWeight(weight, `${path}.weight`);
  requireOneOf(`${path}.input`, input, [...inputs.keys()]);
  return {
    ...{ name, folder: name, weight },
    ...inputs.get(input as string)!,
    ...(encoding !== undefined && { encoding: parseFrameEncoderDescription(encoding) }),
  };
}

/** Reads the features and the normalizer of an input. */
export function parseInput(json: Readonly<Record<string, unknown>>): MemberInput {
  return {
    features: parseFeatureDescription(json['features']),
    normalizer: Normalizer.fromJSON(json['normalizer']),
  };
}
