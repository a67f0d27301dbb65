import type { CorpusScan } from '@ser/datasets/node';

/** Where the clips of a corpus are on this machine. Recipes do not contain paths. */
export interface DataFolder {
  /** Name of the corpus: `ravdess`. */
  readonly corpus: string;
  /** Its folder. */
  readonly folder: string;
}

/**
 * The recordings of a corpus: a known corpus by its folder, or any recordings, as `readRecordings` or `scanCorpus` of
 * `@ser/datasets/node` return them.
 */
export type DataSource = DataFolder | CorpusScan;

/** Whether the recordings are already listed. */
export function isListed(data: DataSource): data is CorpusScan {
  return 'utterances' in data;
}
