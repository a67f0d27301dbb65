import { SerError } from '@ser/core';

/** The codes of this package's errors; errors of the packages below have their own codes. */
export type ExperimentErrorCode =
  /** The recipe breaks a rule; the message lists each problem with its path. */
  | 'invalid-recipe'
  /** There is no built-in recipe with this name. */
  | 'unknown-recipe'
  /** A plugin cannot be loaded, or does not export a function. */
  | 'invalid-plugin'
  /** A corpus has no folder, a folder has no corpus, or the recipe does not have the corpus. */
  | 'missing-data'
  /** A label has no clips. */
  | 'unknown-label'
  /** Something needs the speakers of all clips, and some have none. */
  | 'unknown-speaker'
  /** A clip contains only silence; it is skipped. */
  | 'silent-clip'
  /** A file without `start` and `end` is longer than ten minutes; it is skipped. */
  | 'clip-too-long'
  /** More clips are unusable than `maxUnreadable` allows. */
  | 'too-many-unreadable'
  /** There are no clips left for training or testing, or a speaker has too few for per-speaker normalization. */
  | 'too-few-clips'
  /** There are too few speakers for a search. */
  | 'too-few-speakers'
  /** The model was trained on speakers that it is to be tested on. */
  | 'trained-speakers'
  /** The output folder contains other files. */
  | 'out-not-empty'
  /** The output folder cannot be written to. */
  | 'out-not-writable'
  /** Another process writes to the output folder. */
  | 'out-in-use'
  /** There is no room on the disk. */
  | 'disk-full'
  /** The folder contains an interrupted run; say whether to resume or to overwrite it. */
  | 'unfinished-run'
  /** The folder contains a finished run; say whether to overwrite it. */
  | 'finished-run'
  /** A file of an interrupted run or search has changed since it was written. */
  | 'damaged-checkpoint'
  /** The run in the folder is finished. */
  | 'nothing-to-resume'
  /** The run in the folder was started with another recipe or engine, or with other recordings. */
  | 'cannot-resume'
  /** The folder contains a search with another recipe, seed, or engine, or with other recordings. */
  | 'different-search'
  /** No trial of a search could be trained. */
  | 'trials-failed'
  /** A trial process ended, for example because it ran out of memory; the same search can be continued. */
  | 'worker-failed'
  /** A job failed twice, on any machine. */
  | 'job-failed'
  /** The environment of a worker differs from what a job requires. */
  | 'unequal-worker'
  /** The jobs of the run were canceled. */
  | 'run-canceled'
  /** The store of jobs does not answer. */
  | 'store-unreachable'
  /** A folder to compare has no results of a finished run. */
  | 'not-a-run'
  /** Two runs were tested on different clips, or have different labels. */
  | 'not-comparable'
  /** An option is out of bounds, or does not fit the recipe. */
  | 'invalid-option';

/** `SerError` with the codes of this package. */
export const ExperimentError = SerError<ExperimentErrorCode>;
export type ExperimentError = SerError<ExperimentErrorCode>;
