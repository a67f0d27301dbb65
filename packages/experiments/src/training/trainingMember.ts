import type { ExtractedClips } from '../features/extract.js';
import type { RecipeMember } from '../recipe/membersOf.js';

/** A classifier of a recipe, and the clips as it sees them. */
export interface TrainingMember extends RecipeMember {
  /** The recordings, whose rows are the same for all classifiers, and behind them the altered copies of some. */
  readonly pool: ExtractedClips;
}
