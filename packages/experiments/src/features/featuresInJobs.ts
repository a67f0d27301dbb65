import { createFeaturePlan, type FeatureDescription, type Features } from '@ser/dsp';
import type { Executor } from '../executor/executor.js';
import { RunJobs } from '../executor/runJobs.js';
import type { SkippedClip } from '../progress/skippedClip.js';
import type { StepOptions } from '../progress/stepOptions.js';
import { isFeatures } from './clipJob.js';
import { clipsInJobs, nClipJobs } from './clipsInJobs.js';

/** A recording, or a part of it. */
export interface FileClip {
  readonly file: string;
  /** In seconds. @default 0 */
  readonly start?: number | undefined;
  /** In seconds. @default the end of the file */
  readonly end?: number | undefined;
}

/**
 * Has the features of files computed by an executor, silent ones too.
 *
 * @returns for each clip, in their order: its features, or why there are none
 * @throws {SerError} as `Executor.execute`
 */
export async function* featuresInJobs(
  clips: readonly FileClip[],
  features: FeatureDescription,
  { executor, ...options }: StepOptions & { readonly executor: Executor },
): AsyncGenerator<Features | SkippedClip> {
  const jobs = await RunJobs.begin(executor, options);
  jobs.expect(nClipJobs(clips.length));
  const { nFeatures, names } = createFeaturePlan(features);
  const named = clips.map((clip) => ({ corpus: 'files', path: clip.file, ...clip }));
  for await (const results of clipsInJobs([{ features, keepSilent: true }], named, jobs)) {
    const result = results[0]![0]!;
    if (!isFeatures(result)) yield result;
    else yield { data: result, nFrames: result.length / nFeatures, nFeatures, names };
  }
}
