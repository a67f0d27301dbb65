import { descriptorGroups, descriptorNames } from '../descriptors/descriptorNames.js';
import type { FrontEnd } from '../descriptors/frontEnd.js';
import { requireNames } from '../options/requireNames.js';

/** Contours that follow those of the groups. */
const pitchContours = ['f0', 'voiced'] as const;

/**
 * The names of descriptors listed by their own names or by groups, in the order of the contours, with `f0` and `voiced`
 * at the end.
 *
 * @param listed such as 'mfcc', 'level', 'f0'
 * @throws {SerError} `invalid-option` for a name that the front end does not have, or that is listed twice
 */
export function chosenDescriptors(listed: readonly string[], frontEnd: FrontEnd): readonly string[] {
  const groups = descriptorGroups.filter((group) => descriptorNames[frontEnd][group].length > 0);
  const all = [...groups.flatMap((group) => descriptorNames[frontEnd][group]), ...pitchContours];
  const choices = `the groups ${groups.join(', ')}, their descriptors, ${pitchContours.join(', ')}`;
  requireNames('descriptors', listed, [...groups, ...all], choices);
  const ofGroups = groups
    .filter((group) => listed.includes(group))
    .flatMap((group) => descriptorNames[frontEnd][group]);
  const chosen = new Set([...ofGroups, ...listed]);
  return all.filter((name) => chosen.has(name));
}
