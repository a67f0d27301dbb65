import type { ClassCounts } from '@ser/charts';
import type { Explanation } from '../measures/explain/explanation.js';
import { distributionPicture } from './pictures/distributionPicture.js';
import { effectsPicture } from './pictures/effectsPicture.js';
import type { Picture } from './pictures/picture.js';
import { spectrogramPicture } from './pictures/spectrogramPicture.js';
import { splitPictures } from './pictures/splitPictures.js';
import type { SplitParts, SplitPictures } from './pictures/splitPictures.js';
import type { WrongClip } from './wrongClips.js';

export interface ReportPictureParts extends SplitParts {
  /** Clips of each emotion, by side or by corpus. */
  readonly counts: readonly ClassCounts[];
  readonly wrong: readonly WrongClip[];
  /** Of a linear model, where they were asked for. */
  readonly explanation?: Explanation | undefined;
}

/** All pictures of a report but those of the source's split. */
export interface ReportPictures extends SplitPictures {
  readonly counts: Picture | undefined;
  readonly effects: Picture | undefined;
  /** In the order of the clips; `undefined` for a clip that could not be read any more. */
  readonly wrong: readonly (Picture | undefined)[];
}

export function reportPictures(parts: ReportPictureParts): ReportPictures {
  const { labels, counts, wrong, explanation } = parts;
  return {
    ...splitPictures(parts),
    counts: distributionPicture(labels, counts),
    effects: explanation && effectsPicture(explanation),
    wrong: wrong.map((clip, place) => spectrogramPicture(clip, labels, place)),
  };
}

/** Every picture of a group, to be written beside the page. */
export function allPictures(pictures: SplitPictures | ReportPictures): readonly Picture[] {
  return Object.values(pictures)
    .flat()
    .filter((picture: Picture | undefined) => picture !== undefined);
}
