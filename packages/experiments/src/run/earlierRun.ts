import { ExperimentError } from '../errors.js';
import { hasUnfinishedRun, readRunFile } from '../files/runFolder.js';
import { UnfinishedRun } from './unfinishedRun.js';

/** What to do about a run that is already in the folder. */
export interface EarlierRunOptions {
  /** Whether to resume an interrupted run. */
  readonly resume?: boolean | undefined;
  /** Whether to replace a run. */
  readonly overwrite?: boolean | undefined;
}

/**
 * The interrupted run to resume; `undefined` to start a new one.
 *
 * @throws {SerError} `unfinished-run` or `finished-run` if there is a run and no option says what to do about it;
 *   `nothing-to-resume` if the run to resume is finished; `damaged-checkpoint`; `invalid-option` for both options
 */
export async function earlierRun(
  out: string,
  { resume = false, overwrite = false }: EarlierRunOptions,
): Promise<UnfinishedRun | undefined> {
  if (resume && overwrite) {
    throw new ExperimentError(
      'invalid-option',
      'Only one of `resume` and `overwrite` may be true; got both. Leave out one of them.',
    );
  }
  if (overwrite) return undefined;
  if (await hasUnfinishedRun(out)) return resume ? UnfinishedRun.find(out) : refuseUnfinished(out);
  if ((await readRunFile(out, 'recipe')) !== undefined) (resume ? refuseToResume : refuseFinished)(out);
  return undefined;
}

function refuseUnfinished(folder: string): never {
  throw new ExperimentError(
    'unfinished-run',
    `\`out\` must be a new folder, unless its run is to be resumed or replaced; got \`${folder}\`, which contains an ` +
      'interrupted run. Use `resume` (`--resume`) to continue it, or `overwrite` (`--overwrite`) to start again.',
    { file: folder },
  );
}

function refuseFinished(folder: string): never {
  throw new ExperimentError(
    'finished-run',
    `\`out\` must be a new folder, unless its run is to be replaced; got \`${folder}\`, which contains a finished run. ` +
      'Choose another folder, or use `overwrite` (`--overwrite`) to replace it.',
    { file: folder },
  );
}

function refuseToResume(folder: string): never {
  throw new ExperimentError(
    'nothing-to-resume',
    `\`resume\` (\`--resume\`) needs an interrupted run; got \`${folder}\`, which is finished. Use \`overwrite\` ` +
      '(`--overwrite`) to run it again.',
    { file: folder },
  );
}
