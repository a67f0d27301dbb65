import type { FoldRows } from './foldRows.js';
import { trainFold } from './trainFold.js';
import type { TrainedFold, TrainFoldOptions } from './trainFold.js';
import type { TrainingMember } from './trainingMember.js';

/**
 * Trains every classifier on the training side of a fold, one after the other, and predicts its test side by each.
 *
 * @returns one for each member, in their order
 */
export async function trainMembers(
  members: readonly TrainingMember[],
  rows: FoldRows,
  options: TrainFoldOptions,
): Promise<readonly TrainedFold[]> {
  const trained: TrainedFold[] = [];
  try {
    for (const { name, recipe, pool } of members) {
      const place = { ...options.place, ...(name !== undefined && { member: name }) };
      trained.push(await trainFold(pool, recipe, rows, { ...options, place }));
    }
  } catch (error) {
    for (const { fitted } of trained) fitted?.classifier.dispose();
    throw error;
  }
  return trained;
}
