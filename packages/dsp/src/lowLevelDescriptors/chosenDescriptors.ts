import { requireList } from '../functionals/groupNames.js';
import { contourGroups, contoursOf } from '../descriptors/descriptorNames.js';
import type { FrontEnd } from '../descriptors/frontEnd.js';

/** What `voiceFrames` gives beside its contours, one number a frame too. */
const besideContours = ['f0', 'voiced'] as const;

/**
 * Contours by their own names or those of their groups, in the order of `voiceFrames`, with `f0` and `voiced` after them.
 *
 * @param listed such as 'mfcc', 'level', 'f0'
 * @throws {SerError} `invalid-option` for a name that the front end does not have, and one listed twice
 */
export function chosenContours(listed: readonly string[], frontEnd: FrontEnd): readonly string[] {
  const groups = contourGroups.filter((group) => contoursOf[frontEnd][group].length > 0);
  const all = [...groups.flatMap((group) => contoursOf[frontEnd][group]), ...besideContours];
  requireList('contours', listed, [...new Set([...groups, ...all])]);
  const chosen = new Set(
    listed.flatMap((name) =>
      groups.filter((group) => group === name).flatMap((g) => contoursOf[frontEnd][g]),
    ),
  );
  return all.filter((name) => chosen.has(name) || listed.includes(name));
}
